package org.nowrongdoor.search.query;

import java.util.List;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.search.model.RequestFaults;

/** Whether a fact can be required to have a value. */
final class FactValueChecker {

    private FactValueChecker() {}

    static void check(String code, List<String> values, RequestFaults faults) {
        var codes = Catalogue.facts().stream().map(FactEntry::code).toList();
        var entry =
                Catalogue.facts().stream().filter(f -> f.code().equals(code)).findFirst();
        if (entry.isEmpty()) {
            faults.unknownName("/require/facts/" + code, code, codes, "GET /facts lists them");
            return;
        }
        if (!entry.get().values().isEmpty()) {
            values.forEach(value -> faults.oneOf(
                    "/require/facts/" + code, value, entry.get().values().keySet()));
        }
    }
}
