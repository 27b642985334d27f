package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.EntityTags;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** No one writes over what they have not seen. */
@Singleton
class PreconditionChecker {

    private final RecordResponses answers;

    PreconditionChecker(RecordResponses answers) {
        this.answers = answers;
    }

    /** Compares what the editor saw with what there is.
     *  @param mustExist whether there is nothing to do without a record
     *  @throws ProblemException NOT_FOUND, PRECONDITION_REQUIRED or PRECONDITION_FAILED */
    void check(@Nullable String ifMatch, Optional<RenderedRecord> current, boolean mustExist) {
        if (current.isEmpty()) {
            if (mustExist) {
                throw ParameterProblems.absent();
            }
            if (ifMatch != null) {
                throw ProblemException.of(
                        ProblemKind.PRECONDITION_FAILED,
                        "If-Match names a state of a record that is not there. Leave the header out to create it.");
            }
            return;
        }
        if (ifMatch == null) {
            throw ProblemException.of(
                    ProblemKind.PRECONDITION_REQUIRED,
                    "If-Match is missing. Send the ETag that you last read. Or send * to write over any state.");
        }
        if (!EntityTags.namedByIfMatch(ifMatch, answers.tagOf(current.get().body()))) {
            throw ProblemException.of(
                    ProblemKind.PRECONDITION_FAILED,
                    "the record has changed since the state that If-Match names. Read it again and repeat the edit.");
        }
    }
}
