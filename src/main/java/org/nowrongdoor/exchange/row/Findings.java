package org.nowrongdoor.exchange.row;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.exchange.text.AddressDetector;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.text.TextCleaner;

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

    private static final Pattern WHEREABOUTS = Pattern.compile("/(addresses|latitude|longitude)(/|$)");
    private static final Pattern PLAIN = Pattern.compile("[a-z_0-9/]*");

    // 100 of each kind: enough to mend a record by, few enough to be kept for all records of a batch.
    private static final int MOST_KEPT = 100;

    // 300: a pointer of ours has fewer; the rest is names that a sender made up.
    private static final int POINTER_CHARACTERS = 300;

    private final List<Finding> all = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Set<String> alsoChanged = new LinkedHashSet<>();
    private final Set<String> samePlace = new LinkedHashSet<>();
    private int unknown;
    private int foreign;

    public void fault(JsonPath place, @Nullable String value, String remedy) {
        add(Kind.FAULT, place, value, remedy);
    }

    /** A member that no form has. */
    public void unknown(JsonPath place, String remedy) {
        unknown++;
        fault(place, null, remedy);
    }

    /** Something that is not the sender's to write. */
    public void foreign(JsonPath place, String remedy) {
        foreign++;
        fault(place, null, remedy);
    }

    /** A fault that another room found, within a place. */
    public void inside(JsonPath place, Fault fault) {
        if (isKept(Kind.FAULT)) {
            var pointer = cut(AddressDetector.withhold(fault.pointer()), POINTER_CHARACTERS);
            all.add(new Finding(Kind.FAULT, pointer, place.field(), null, AddressDetector.withhold(fault.detail())));
        }
    }

    public void warning(JsonPath place, @Nullable String value, String remedy) {
        add(Kind.WARNING, place, value, remedy);
    }

    public void redacted(JsonPath place, String why) {
        add(Kind.REDACTED, place, null, why);
    }

    /** Forgets what stood in a record that is not public: what is wrong with it is said without its words, and what is odd
     *  about where it lies is not said at all, for that is dropped. */
    public void withholdValues() {
        var kept = all.size();
        all.removeIf(finding -> finding.kind() == Kind.WARNING
                && WHEREABOUTS.matcher(finding.pointer()).find());
        counts.merge(Kind.WARNING, all.size() - kept, Integer::sum);
        all.replaceAll(Finding::withheld);
    }

    /** Notes a stored record that was changed or removed along with the one that was sent. */
    public void alsoChanged(String path) {
        alsoChanged.add(path);
    }

    /** Notes a public location of another organisation at an address that is withheld. It is told to the editor who had
     *  the address at hand, and written down nowhere. */
    public void samePlace(String path) {
        samePlace.add(path);
    }

    /** The paths of stored records that were changed along. */
    public Set<String> alsoChanged() {
        return alsoChanged;
    }

    /** The paths of locations of other organisations at the same address. */
    public Set<String> samePlace() {
        return samePlace;
    }

    /** Whether a fault was found at a place. */
    public boolean hasFault(JsonPath place) {
        var pointer = safe(place.toString());
        return all.stream().anyMatch(finding -> isFault(finding, pointer));
    }

    /** Makes a warning of the fault at a place, whose part is left out. It tells no value: the record is kept, and no one
     *  has seen yet what it tells.
     *  @param consequence what becomes of the rest
     *  @return whether there was one */
    public boolean forgive(JsonPath place, String consequence) {
        var pointer = safe(place.toString());
        var forgiven = all.stream().filter(finding -> isFault(finding, pointer)).toList();
        all.removeAll(forgiven);
        counts.merge(Kind.FAULT, -forgiven.size(), Integer::sum);
        for (var fault : forgiven) {
            if (isKept(Kind.WARNING)) {
                var remedy = "is left out: it " + fault.remedy() + "; " + consequence;
                all.add(new Finding(Kind.WARNING, fault.pointer(), fault.field(), null, remedy));
            }
        }
        return !forgiven.isEmpty();
    }

    private static boolean isFault(Finding finding, String pointer) {
        return finding.kind() == Kind.FAULT && finding.pointer().equals(pointer);
    }

    /** What was found, at most a hundred of each kind; {@link #count} tells of all. */
    public List<Finding> all() {
        return all;
    }

    /** How many were found and not kept. */
    public int leftOut() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - all.size();
    }

    /** Whether more faults than these would be told to no one. */
    public boolean isFullOfFaults() {
        return count(Kind.FAULT) >= MOST_KEPT;
    }

    public boolean refused() {
        return count(Kind.FAULT) > 0;
    }

    /** Whether nothing is wrong but names that are not known. */
    public boolean onlyUnknown() {
        return unknown > 0 && unknown == count(Kind.FAULT);
    }

    /** Whether something is not the sender's to write. */
    public boolean isForeign() {
        return foreign > 0;
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return all.isEmpty() && leftOut() == 0;
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public List<Fault> faults() {
        return all.stream()
                .filter(finding -> finding.kind() == Kind.FAULT)
                .map(Finding::fault)
                .toList();
    }

    private void add(Kind kind, JsonPath place, @Nullable String value, String remedy) {
        if (isKept(kind)) {
            all.add(new Finding(kind, safe(place.toString()), safe(place.field()), shown(place, value), remedy));
        }
    }

    private boolean isKept(Kind kind) {
        return counts.merge(kind, 1, Integer::sum) <= MOST_KEPT;
    }

    /** The beginning of a text; half a surrogate pair could be written nowhere. */
    private static String cut(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters)
                + "…";
    }

    /** A pointer, whose names may be anything that a sender wrote. */
    private static String safe(String pointer) {
        return cut(
                PLAIN.matcher(pointer).matches() ? pointer : AddressDetector.withhold(TextCleaner.printable(pointer)),
                POINTER_CHARACTERS);
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
        var printable = AddressDetector.withhold(TextCleaner.printable(value).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?"));
        return cut(printable, SHOWN_CHARACTERS);
    }
}
