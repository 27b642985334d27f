package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Checks the test of a leaf: exactly one, allowed for the attribute, with known values. */
final class ConditionChecker {

    private static final List<String> TESTS = List.of(
            LeafJsonMapper.MIN, LeafJsonMapper.MAX, LeafJsonMapper.IN, LeafJsonMapper.NOT_IN, LeafJsonMapper.IS);

    private final RegionContainment regions;

    ConditionChecker(RegionContainment regions) {
        this.regions = regions;
    }

    /** Records the faults of a leaf's test.
     *  @param subject the attribute, with the pointer of the leaf itself */
    void check(JsonNode leaf, Subject subject) {
        var tests = new ArrayList<>(TESTS.stream().filter(leaf::hasNonNull).toList());
        var kind = subject.attribute().kind();
        if (tests.isEmpty()) {
            if (!mayStandUntested(leaf)) {
                subject.add(subject.attribute().code() + " is not tested: add " + kind.tests());
            }
            return;
        }
        if (tests.containsAll(List.of(LeafJsonMapper.MIN, LeafJsonMapper.MAX))) {
            tests.remove(LeafJsonMapper.MAX);
        }
        if (tests.size() > 1) {
            subject.add(String.join(" and ", tests)
                    + " stand in one leaf. Put each test into a leaf of its own under all_of.");
        }
        checkRange(leaf, subject);
        checkWords(LeafJsonMapper.IN, leaf.path(LeafJsonMapper.IN), subject);
        checkWords(LeafJsonMapper.NOT_IN, leaf.path(LeafJsonMapper.NOT_IN), subject);
        checkIs(leaf.path(LeafJsonMapper.IS), subject);
    }

    private static boolean mayStandUntested(JsonNode leaf) {
        return leaf.path(LeafJsonMapper.STRENGTH).asText().equals("discretion")
                || leaf.path(LeafJsonMapper.AMBIGUOUS).asBoolean();
    }

    private static void checkRange(JsonNode leaf, Subject subject) {
        var minIsSound = checkBound(LeafJsonMapper.MIN, leaf.path(LeafJsonMapper.MIN), subject);
        var maxIsSound = checkBound(LeafJsonMapper.MAX, leaf.path(LeafJsonMapper.MAX), subject);
        if (minIsSound && maxIsSound && leaf.hasNonNull(LeafJsonMapper.MIN) && leaf.hasNonNull(LeafJsonMapper.MAX)) {
            var min = leaf.get(LeafJsonMapper.MIN).doubleValue();
            var max = leaf.get(LeafJsonMapper.MAX).doubleValue();
            if (min > max) {
                subject.at(LeafJsonMapper.MIN)
                        .add("min " + leaf.get(LeafJsonMapper.MIN).asText() + " is above max "
                                + leaf.get(LeafJsonMapper.MAX).asText() + ": swap them");
            }
        }
    }

    private static boolean checkBound(String field, JsonNode node, Subject subject) {
        if (node.isMissingNode() || node.isNull()) {
            return true;
        }
        var attribute = subject.attribute();
        if (!attribute.kind().takesRange()) {
            subject.at(field).add(wrongTest(field, attribute));
            return false;
        }
        var fault = NumberChecker.fault(node, attribute);
        if (fault != null) {
            subject.at(field).add(field + " of " + attribute.code() + " " + fault);
        }
        return fault == null;
    }

    private void checkWords(String field, JsonNode list, Subject subject) {
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        var attribute = subject.attribute();
        if (!attribute.kind().takesWords()) {
            subject.at(field).add(wrongTest(field, attribute));
        } else if (!list.isArray() || list.isEmpty()) {
            subject.at(field)
                    .add(field + " must be a list with at least one value, was "
                            + (list.isArray() ? "empty" : RuleFaults.shown(list) + ". Put it in square brackets."));
        } else {
            for (var i = 0; i < list.size(); i++) {
                WordChecker.check(list.get(i), subject.at(field).at(i), regions);
            }
        }
    }

    private static void checkIs(JsonNode node, Subject subject) {
        if (node.isMissingNode() || node.isNull()) {
            return;
        }
        if (!subject.attribute().kind().takesIs()) {
            subject.at(LeafJsonMapper.IS).add(wrongTest(LeafJsonMapper.IS, subject.attribute()));
        } else if (!node.isBoolean()) {
            subject.at(LeafJsonMapper.IS).add("is must be true or false, was " + RuleFaults.shown(node));
        }
    }

    private static String wrongTest(String field, ClientAttribute attribute) {
        return attribute.code() + " cannot be tested with " + field + ": use "
                + attribute.kind().tests();
    }
}
