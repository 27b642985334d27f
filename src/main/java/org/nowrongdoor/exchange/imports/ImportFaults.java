package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The report of an import, row by row.
 *  @param faults why rows were refused
 *  @param warnings what someone should look at in rows that were taken
 *  @param redacted what was cut because it would tell where a confidential place is
 *  @param leftOut how many more findings there were, of which only this number is kept
 *  @param next where to read on: {@code after} of the next request; null at the end */
public record ImportFaults(
        List<Entry> faults,
        List<Entry> warnings,
        List<Entry> redacted,
        long leftOut,
        @Nullable Long next) {

    /** One finding.
     *  @param row line of a file of lines, place in a list; from 1
     *  @param column the member's name
     *  @param value null where it might tell where a place is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportFault")
    public record Entry(
            long row,
            String column,
            String pointer,
            @Nullable String value,
            String remedy) {}
}
