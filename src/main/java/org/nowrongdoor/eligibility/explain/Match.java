package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** A verdict with its reasons, failed ones first, and the questions that are left.
 *  @param settling the client's attributes that could each settle an undecided verdict alone */
public record Match(
        Verdict verdict,
        List<Reason> reasons,
        List<Question> questions,
        @JsonIgnore Set<ClientAttribute> settling) {}
