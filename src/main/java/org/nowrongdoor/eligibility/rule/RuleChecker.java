package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.nowrongdoor.problem.Fault;

/** Checks a rule from outside before it is read. Every fault has its JSON Pointer and a remedy. */
public final class RuleChecker {

    // 32 levels, 500 leaves, 100 KB: far above any published rule, low enough that no rule makes this code slow
    static final int MOST_DEPTH = 32;
    static final int MOST_LEAVES = 500;
    static final int MOST_BYTES = 100_000;

    private static final List<String> GROUPS = List.of("all_of", "any_of", "not", "every_child");
    static final List<String> NAMES =
            Stream.concat(GROUPS.stream(), LeafJsonMapper.FIELDS.stream()).toList();

    private final LeafChecker leafCheck;

    public RuleChecker(RegionContainment regions) {
        leafCheck = new LeafChecker(regions);
    }

    /** The faults of a rule; empty when it can be read.
     *  @param pointer RFC 6901 pointer to the rule in the whole body, "" when the rule is the whole body */
    public List<Fault> check(JsonNode rule, String pointer) {
        var faults = new RuleFaults();
        if (isTooLarge(rule)) {
            faults.add(pointer, "the rule has more than " + MOST_BYTES + " bytes: state it in fewer words");
            return faults.list();
        }
        var walk = new Walk(faults);
        walk.check(rule, new Place(pointer, 1, false));
        if (walk.leaves > MOST_LEAVES) {
            faults.add(
                    pointer,
                    "the rule has " + walk.leaves + " leaves, at most " + MOST_LEAVES
                            + " are taken. Put words that go together into one list.");
        }
        return faults.list();
    }

    private record Place(String pointer, int depth, boolean ofChild) {
        Place in(String name) {
            return new Place(RuleFaults.pointer(pointer, name), depth + 1, ofChild);
        }

        Place at(int index) {
            return new Place(RuleFaults.pointer(pointer, index), depth, ofChild);
        }

        Place inChild() {
            return new Place(pointer, depth, true);
        }
    }

    private final class Walk {
        private final RuleFaults faults;
        private int leaves;

        private Walk(RuleFaults faults) {
            this.faults = faults;
        }

        void check(JsonNode rule, Place place) {
            if (!rule.isObject()) {
                faults.add(
                        place.pointer(),
                        "a rule must be an object, was " + RuleFaults.shown(rule)
                                + ": write {\"attribute\": …} or {\"all_of\": […]}");
                return;
            }
            if (place.depth() > MOST_DEPTH) {
                faults.add(place.pointer(), "the rule is more than " + MOST_DEPTH + " levels deep: flatten it");
                return;
            }
            var groups = GROUPS.stream().filter(rule::has).toList();
            if (groups.isEmpty()) {
                leaves++;
                leafCheck.check(rule, place.pointer(), new LeafChecker.Context(place.ofChild(), faults));
                return;
            }
            checkAlone(rule, groups, place);
            for (var group : groups) {
                checkGroup(group, rule.path(group), place.in(group));
            }
        }

        private void checkAlone(JsonNode rule, List<String> groups, Place place) {
            if (groups.size() > 1) {
                faults.add(
                        place.pointer(),
                        String.join(" and ", groups)
                                + " stand in one object: keep one of them and put the others inside it");
            }
            var names = rule.fieldNames();
            while (names.hasNext()) {
                var name = names.next();
                if (LeafJsonMapper.FIELDS.contains(name)) {
                    faults.add(
                            RuleFaults.pointer(place.pointer(), name),
                            name + " stands beside " + groups.get(0) + ": put it into a leaf of its own");
                } else if (!GROUPS.contains(name)) {
                    faults.addUnknown(
                            RuleFaults.pointer(place.pointer(), name), "field", new RuleFaults.Unknown(name, NAMES));
                }
            }
        }

        private void checkGroup(String group, JsonNode inside, Place place) {
            switch (group) {
                case "not" -> check(inside, place);
                case "every_child" -> {
                    if (place.ofChild()) {
                        faults.add(place.pointer(), "every_child stands inside every_child: one is enough");
                    }
                    check(inside, place.inChild());
                }
                default -> checkList(group, inside, place);
            }
        }

        private void checkList(String group, JsonNode list, Place place) {
            if (!list.isArray()) {
                faults.add(
                        place.pointer(),
                        group + " must be a list of rules, was " + RuleFaults.shown(list)
                                + ". Put it in square brackets.");
                return;
            }
            if (list.isEmpty() && group.equals("any_of")) {
                faults.add(place.pointer(), "any_of is empty, so nobody could meet it. Name a rule or leave it out.");
            }
            if (list.isEmpty() && group.equals("all_of") && place.ofChild()) {
                faults.add(place.pointer(), "all_of is empty and asks nothing of the children: leave it out");
            }
            for (var i = 0; i < list.size(); i++) {
                check(list.get(i), place.at(i));
            }
        }
    }

    /** Counts UTF-8 bytes without serialising the rule, and stops above the limit. */
    private static boolean isTooLarge(JsonNode rule) {
        var open = new ArrayDeque<>(List.of(rule));
        var bytes = 0L;
        while (!open.isEmpty() && bytes <= MOST_BYTES) {
            var node = open.pop();
            bytes += node.isTextual() ? bytes(node.textValue()) + 2 : 4;
            for (var field : node.properties()) {
                bytes += bytes(field.getKey()) + 3;
                open.push(field.getValue());
            }
            if (node.isArray()) {
                node.forEach(open::push);
            }
        }
        return bytes > MOST_BYTES;
    }

    private static long bytes(String text) {
        return text.chars()
                .map(letter -> letter < 0x80 ? 1 : letter < 0x800 || Character.isSurrogate((char) letter) ? 2 : 3)
                .sum();
    }
}
