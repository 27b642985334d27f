package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/** One fact as the catalogue publishes it.
 *  @param values the values it can take, in catalogue order; empty for texts and lists of any words
 *  @param question how to ask the provider aloud
 *  @param asked how to ask it where the values are chosen: a yes means a yes of this fact
 *  @param touchedBy tests of the client's answers; any one that is met makes this fact matter to the client */
public record FactEntry(
        String code,
        FactKind kind,
        Label labels,
        Map<String, Label> values,
        Label question,
        @JsonIgnore Label asked,
        @JsonIgnore List<Rule.Leaf> touchedBy) {

    /** The same with the question that its values answer. */
    public FactEntry toBeAnswered() {
        return new FactEntry(code, kind, labels, values, asked, asked, touchedBy);
    }
}
