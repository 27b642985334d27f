package org.nowrongdoor.exchange.check;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.nowrongdoor.directory.StatedTerms;

/** What other rooms know and a check asks for. */
@Singleton
public class Rules {

    private final StatedTerms terms;
    private final KnownAreas areas;
    private final DeclinedListingRepository declined;
    private final SiteRules sites;
    private final Clock clock;

    Rules(StatedTerms terms, KnownAreas areas, DeclinedListingRepository declined, SiteRules sites, Clock clock) {
        this.clock = clock;
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

    /** The day that it is in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public KnownAreas areas() {
        return areas;
    }
}
