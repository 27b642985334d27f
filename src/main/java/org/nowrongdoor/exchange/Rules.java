package org.nowrongdoor.exchange;

import jakarta.inject.Singleton;
import org.nowrongdoor.directory.StatedTerms;

/** What other rooms know and a check asks for. */
@Singleton
class Rules {

    private final StatedTerms terms;
    private final Areas areas;

    Rules(StatedTerms terms, Areas areas) {
        this.terms = terms;
        this.areas = areas;
    }

    RecordRules with(RetiredNumbers retired) {
        return new RecordRules(terms, retired);
    }

    Areas areas() {
        return areas;
    }
}
