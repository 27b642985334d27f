package org.nowrongdoor.exchange.check;

import jakarta.inject.Singleton;
import org.nowrongdoor.directory.StatedTerms;

/** What other rooms know and a check asks for. */
@Singleton
public class Rules {

    private final StatedTerms terms;
    private final KnownAreas areas;
    private final DeclinedListingRepository declined;
    private final SiteRules sites;

    Rules(StatedTerms terms, KnownAreas areas, DeclinedListingRepository declined, SiteRules sites) {
        this.terms = terms;
        this.areas = areas;
        this.declined = declined;
        this.sites = sites;
    }

    public DeclinedListingRepository declined() {
        return declined;
    }

    public RecordRules with(RetiredNumbers retired) {
        return new RecordRules(terms, retired, sites::check);
    }

    public KnownAreas areas() {
        return areas;
    }
}
