package org.nowrongdoor.directory.coverage;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which needs are met where, as far as this directory knows.
 *  @param asOf when it was counted
 *  @param note what an empty cell does not say
 *  @param needs what the columns are
 *  @param national services for the whole nation, which count in a state only where they name it or have a site there
 *  @param states every state, with its own services */
@Schema(name = "Coverage")
public record CoverageView(
        Instant asOf, String note, List<NeedColumn> needs, List<NeedCount> national, List<StateRow> states) {

    /** A need that is counted. */
    @Schema(name = "CoverageNeed")
    public record NeedColumn(String code, String label) {}

    /** The numbers of a state.
     *  @param id its two letters
     *  @param empty codes of the needs for which no service of the state is known here */
    @Schema(name = "StateCoverage")
    public record StateRow(String id, String name, List<NeedCount> needs, List<String> empty) {}
}
