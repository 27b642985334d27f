package org.nowrongdoor.exchange.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.exchange.text.AddressDetector;
import org.nowrongdoor.problem.Fault;

/** What is found about one record, in the order of finding; nothing in it tells where a place is. */
public final class Findings {

    // 60: enough to recognise a value, too little to carry a paragraph into a log or a report.
    private static final int SHOWN_CHARACTERS = 60;
    private static final Set<String> NEVER_SHOWN = Set.of(
            "addresses",
            "address_1",
            "address_2",
            "attention",
            "city",
            "postal_code",
            "latitude",
            "longitude",
            "transportation",
            "external_identifier",
            "accessibility",
            "metadata");

    private static final Pattern PLAIN = Pattern.compile("[a-z_0-9/]*");

    private final List<Finding> all = new ArrayList<>();
    private int unknown;

    public void fault(JsonPath place, @Nullable String value, String remedy) {
        add(Kind.FAULT, place, value, remedy);
    }

    /** A member that no form has. */
    public void unknown(JsonPath place, String remedy) {
        unknown++;
        fault(place, null, remedy);
    }

    /** A fault that another room found, within a place. */
    public void inside(JsonPath place, Fault fault) {
        var pointer = AddressDetector.withhold(fault.pointer());
        all.add(new Finding(Kind.FAULT, pointer, place.field(), null, AddressDetector.withhold(fault.detail())));
    }

    public void warning(JsonPath place, @Nullable String value, String remedy) {
        add(Kind.WARNING, place, value, remedy);
    }

    public void redacted(JsonPath place, String why) {
        add(Kind.REDACTED, place, null, why);
    }

    public List<Finding> all() {
        return all;
    }

    public boolean refused() {
        return all.stream().anyMatch(finding -> finding.kind() == Kind.FAULT);
    }

    /** Whether nothing is wrong but names that are not known. */
    public boolean onlyUnknown() {
        return unknown > 0 && unknown == count(Kind.FAULT);
    }

    public int count(Kind kind) {
        return (int) all.stream().filter(finding -> finding.kind() == kind).count();
    }

    public List<Fault> faults() {
        return all.stream()
                .filter(finding -> finding.kind() == Kind.FAULT)
                .map(Finding::fault)
                .toList();
    }

    private void add(Kind kind, JsonPath place, @Nullable String value, String remedy) {
        all.add(new Finding(kind, safe(place.toString()), safe(place.field()), shown(place, value), remedy));
    }

    /** A pointer, whose names may be anything that a sender wrote. */
    private static String safe(String pointer) {
        return PLAIN.matcher(pointer).matches() ? pointer : AddressDetector.withhold(pointer);
    }

    private static @Nullable String shown(JsonPath place, @Nullable String value) {
        for (JsonPath at = place; at != null; at = at.parent()) {
            if (NEVER_SHOWN.contains(at.token())) {
                return null;
            }
        }
        if (value == null) {
            return null;
        }
        var printable = AddressDetector.withhold(value.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?"));
        return printable.length() <= SHOWN_CHARACTERS ? printable : printable.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
