package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.region.Regions;

/** The gazetteer as rules about a home area ask it. */
@Singleton
public class GazetteerContainment implements RegionContainment {

    private final Regions regions;

    public GazetteerContainment(Regions regions) {
        this.regions = regions;
    }

    @Override
    public boolean knows(String regionId) {
        return regions.find(regionId).isPresent();
    }

    /** A region lies in another when that covers it; unknown when only a part of it can. */
    @Override
    public Kleene lies(String regionId, String insideId) {
        if (!knows(regionId) || !knows(insideId)) {
            return Kleene.FAILED;
        }
        if (regions.covers(insideId, regionId)) {
            return Kleene.MET;
        }
        return regions.covers(regionId, insideId) ? Kleene.UNKNOWN : Kleene.FAILED;
    }

    @Override
    public String name(String regionId, Locale locale) {
        return regions.find(regionId).map(region -> region.name()).orElse(regionId);
    }
}
