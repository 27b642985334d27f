package org.nowrongdoor.search.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** What is wrong with a question, gathered so that all of it is said at once. */
public final class RequestFaults {

    // 20: more than a caller mends at once; a hostile question must not cause a long answer.
    private static final int MOST = 20;

    private final List<Fault> faults = new ArrayList<>();
    private int count;

    /** Notes a fault; the first 20 are told. */
    public void add(String pointer, String detail) {
        count++;
        if (faults.size() < MOST) {
            faults.add(new Fault(pointer, detail));
        }
    }

    public void range(String pointer, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most)) {
            add(
                    pointer,
                    "%s must be %s to %s, was %s".formatted(name(pointer), plain(least), plain(most), plain(value)));
        }
    }

    /** The value if it is one of those known, with a fault that names the nearest where it is not. */
    public void oneOf(String pointer, @Nullable String value, Collection<String> known) {
        if (value != null && !known.contains(value)) {
            add(
                    pointer,
                    "%s must be one of %s, was \"%s\""
                            .formatted(name(pointer), String.join(", ", known), shorten(value)));
        }
    }

    /** A name that no one knows, with the nearest one that is known. */
    public void unknownName(String pointer, String name, Collection<String> known, String remedy) {
        add(pointer, '"' + shorten(name) + "\" is not known" + NearestName.hint(name, known) + "; " + remedy);
    }

    /** Ends the request when any fault was found.
     *  @throws ProblemException INVALID_PARAMETER with all faults, when there is one */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_PARAMETER,
                    count == 1 ? faults.get(0).detail() : count + " things in the question are not valid" + toldOf(),
                    faults);
        }
    }

    private String toldOf() {
        return count > MOST ? ", of which the first " + MOST + " are told" : "";
    }

    public static String shorten(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "...";
    }

    /** The last step of a pointer. */
    static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
