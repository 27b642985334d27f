package org.nowrongdoor.search.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Label;

/** A named, published way to look at the directory: off unless a caller asks for it, and printed back when one does.
 *  @param about what it does, in a sentence or two
 *  @param requires what it leaves out; a service that is silent is never left out
 *  @param prefers what comes first among hits that meet the same needs and words */
public record Lens(String code, Label labels, Label about, Requires requires, Prefers prefers) {

    /** What a service must not be known to be otherwise.
     *  @param facts code to the values that pass
     *  @param lawEnforcementAtMost the closest relationship that passes; null where it does not matter */
    @Schema(name = "LensRequirements")
    public record Requires(
            Map<String, List<String>> facts, @Nullable String lawEnforcementAtMost) {}

    /** What counts in favour of a service, each line of it once.
     *  @param facts code to the values that count
     *  @param needs codes of needs, any of which counts once for all
     *  @param kinds kinds of records, any of which counts once for all */
    @Schema(name = "LensPreferences")
    public record Prefers(Map<String, List<String>> facts, List<String> needs, List<String> kinds) {}

    /** What it requires, as a caller would write it. */
    public SearchRequest.Requirements asRequirements() {
        Map<String, JsonNode> facts = new HashMap<>();
        requires.facts().forEach((code, values) -> {
            var list = JsonNodeFactory.instance.arrayNode();
            values.forEach(value -> list.add(TextNode.valueOf(value)));
            facts.put(code, list);
        });
        return new SearchRequest.Requirements(
                List.of(),
                List.of(),
                null,
                null,
                facts,
                requires.lawEnforcementAtMost(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
