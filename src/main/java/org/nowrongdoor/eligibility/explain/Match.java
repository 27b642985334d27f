package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** A verdict with its reasons, failed ones first, and the questions that are left.
 *  @param conflicts what the client said against what is known; none of them fails anyone
 *  @param settling the client's attributes that could each settle an undecided verdict alone */
public record Match(
        Verdict verdict,
        List<Conflict> conflicts,
        List<Reason> reasons,
        List<Question> questions,
        @JsonIgnore Set<ClientAttribute> settling) {

    /** A match without conflicts. */
    public Match(Verdict verdict, List<Reason> reasons, List<Question> questions, Set<ClientAttribute> settling) {
        this(verdict, List.of(), reasons, questions, settling);
    }
}
