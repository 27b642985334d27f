package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.List;

/** A line of {@code us-states.tsv}: a state, the district or a territory, with the names people use for it. */
record StateRow(String code, String name, List<String> otherNames, boolean isTerritory) {

    static List<StateRow> read() {
        var rows = new ArrayList<StateRow>();
        TsvReader.withHeader("us-states.tsv").forEach(row -> {
            var names = new ArrayList<String>();
            names.add(row.get("name_es"));
            names.addAll(row.list("other_names"));
            rows.add(new StateRow(
                    row.get("code"), row.get("name"), names, row.get("kind").equals("territory")));
        });
        return rows;
    }
}
