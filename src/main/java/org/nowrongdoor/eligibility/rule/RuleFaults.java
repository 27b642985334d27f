package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.QuotedValue;

/** The faults found so far, up to what a reader can use. */
public final class RuleFaults {

    // 50: more than anybody mends in one go; a hostile body must not make a long answer
    private static final int MOST = 50;
    private static final int MOST_DIGITS = 20;

    private final List<Fault> faults = new ArrayList<>();

    public void add(String pointer, String detail) {
        if (faults.size() < MOST) {
            faults.add(new Fault(pointer, detail));
        }
    }

    /** A name that is not known, with the nearest that is. */
    public void addUnknown(String pointer, String what, Unknown unknown) {
        String nearest = NearestName.nearest(unknown.name(), unknown.known())
                .map(name -> "did you mean " + name + "? ")
                .orElse("");
        String names = unknown.known().stream().limit(50).collect(Collectors.joining(", "));
        add(pointer, what + " " + QuotedValue.of(unknown.name()) + " is not known: " + nearest + "Known are " + names);
    }

    /** A name that is not among the known ones. */
    public record Unknown(String name, List<String> known) {}

    boolean isEmpty() {
        return faults.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(faults);
    }

    public static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public static String pointer(String parent, int index) {
        return parent + "/" + index;
    }

    /** A value as it stood, cut where it is long. */
    public static String shown(JsonNode node) {
        if (node.isContainerNode()) {
            return node.isArray() ? "a list" : "an object";
        }
        String text = node.asText();
        return node.isTextual() || text.length() > MOST_DIGITS ? QuotedValue.of(text) : text;
    }
}
