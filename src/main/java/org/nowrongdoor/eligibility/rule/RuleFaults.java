package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.QuotedValue;

/** Collects the faults of a rule or of a client, up to a limit. */
public final class RuleFaults {

    // 50: more than a caller mends at once; a hostile body must not cause a long answer
    private static final int MOST = 50;
    private static final int MOST_DIGITS = 20;

    private final List<Fault> faults = new ArrayList<>();

    public void add(String pointer, String detail) {
        if (faults.size() < MOST) {
            faults.add(new Fault(pointer, detail));
        }
    }

    /** Adds a fault for an unknown name, with the nearest known name. */
    public void addUnknown(String pointer, String what, Unknown unknown) {
        var nearest = NearestName.nearest(unknown.name(), unknown.known())
                .map(name -> "did you mean " + name + "? ")
                .orElse("");
        var names = unknown.known().stream().limit(50).collect(Collectors.joining(", "));
        add(pointer, what + " " + QuotedValue.of(unknown.name()) + " is not known: " + nearest + "Known are " + names);
    }

    /** An unknown name and the names that are known. */
    public record Unknown(String name, List<String> known) {}

    public List<Fault> list() {
        return List.copyOf(faults);
    }

    public static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public static String pointer(String parent, int index) {
        return parent + "/" + index;
    }

    /** The value as it was sent, shortened where it is long. */
    public static String shown(JsonNode node) {
        if (node.isContainerNode()) {
            return node.isArray() ? "a list" : "an object";
        }
        var text = node.asText();
        return node.isTextual() || text.length() > MOST_DIGITS ? QuotedValue.of(text) : text;
    }
}
