package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.List;

/** A county or what stands for one.
 *  @param formerly counties that were here before: they overlap it and are kept, because old records name them */
record CountyRow(String fips, String name, String state, String timeZone, List<String> formerly) {

    /** The Census list, then the counties that it lacks or that took over another, and the planning regions of Connecticut. */
    static List<CountyRow> read() {
        var rows = new ArrayList<CountyRow>();
        TsvReader.withHeader("us-counties.tsv").forEach(row -> rows.add(of(row, List.of())));
        TsvReader.withHeader("us-counties-more.tsv").forEach(row -> rows.add(of(row, row.list("formerly"))));
        return rows;
    }

    private static CountyRow of(TsvReader.Row row, List<String> formerly) {
        return new CountyRow(
                row.get("fips"),
                row.get("name"),
                row.get("state"),
                row.get("time_zone").intern(),
                formerly);
    }
}
