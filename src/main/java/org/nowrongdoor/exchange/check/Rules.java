package org.nowrongdoor.exchange.check;

import jakarta.inject.Singleton;
import org.nowrongdoor.directory.StatedTerms;

/** What other rooms know and a check asks for. */
@Singleton
public class Rules {

    private final StatedTerms terms;
    private final Areas areas;
    private final DeclinedListings declined;

    Rules(StatedTerms terms, Areas areas, DeclinedListings declined) {
        this.terms = terms;
        this.areas = areas;
        this.declined = declined;
    }

    public DeclinedListings declined() {
        return declined;
    }

    public RecordRules with(RetiredNumbers retired) {
        return new RecordRules(terms, retired);
    }

    public Areas areas() {
        return areas;
    }
}
