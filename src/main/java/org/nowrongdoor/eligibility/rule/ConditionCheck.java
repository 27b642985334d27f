package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The faults of a leaf's test: it must be one, of a kind the attribute takes, with values that exist. */
final class ConditionCheck {

    private static final List<String> TESTS =
            List.of(LeafJson.MIN, LeafJson.MAX, LeafJson.IN, LeafJson.NOT_IN, LeafJson.IS);

    private final Regions regions;

    ConditionCheck(Regions regions) {
        this.regions = regions;
    }

    /** Notes the faults of a leaf; the subject stands at the leaf itself. */
    void check(JsonNode leaf, Subject subject) {
        List<String> tests =
                new ArrayList<>(TESTS.stream().filter(leaf::hasNonNull).toList());
        AttributeKind kind = subject.attribute().kind();
        if (tests.isEmpty()) {
            if (!mayStandUntested(leaf)) {
                subject.add(subject.attribute().code() + " is not tested: add " + kind.tests());
            }
            return;
        }
        if (tests.containsAll(List.of(LeafJson.MIN, LeafJson.MAX))) {
            tests.remove(LeafJson.MAX);
        }
        if (tests.size() > 1) {
            subject.add(String.join(" and ", tests)
                    + " stand in one leaf: put each test into a leaf of its own under all_of");
        }
        checkRange(leaf, subject);
        checkWords(LeafJson.IN, leaf.path(LeafJson.IN), subject);
        checkWords(LeafJson.NOT_IN, leaf.path(LeafJson.NOT_IN), subject);
        checkIs(leaf.path(LeafJson.IS), subject);
    }

    private static boolean mayStandUntested(JsonNode leaf) {
        return leaf.path(LeafJson.STRENGTH).asText().equals("discretion")
                || leaf.path(LeafJson.AMBIGUOUS).asBoolean();
    }

    private static void checkRange(JsonNode leaf, Subject subject) {
        boolean minIsSound = checkBound(LeafJson.MIN, leaf.path(LeafJson.MIN), subject);
        boolean maxIsSound = checkBound(LeafJson.MAX, leaf.path(LeafJson.MAX), subject);
        if (minIsSound && maxIsSound && leaf.hasNonNull(LeafJson.MIN) && leaf.hasNonNull(LeafJson.MAX)) {
            double min = leaf.get(LeafJson.MIN).doubleValue();
            double max = leaf.get(LeafJson.MAX).doubleValue();
            if (min > max) {
                subject.at(LeafJson.MIN)
                        .add("min " + leaf.get(LeafJson.MIN).asText() + " is above max "
                                + leaf.get(LeafJson.MAX).asText() + ": swap them");
            }
        }
    }

    private static boolean checkBound(String field, JsonNode node, Subject subject) {
        if (node.isMissingNode() || node.isNull()) {
            return true;
        }
        Attribute attribute = subject.attribute();
        if (!attribute.kind().takesRange()) {
            subject.at(field).add(wrongTest(field, attribute));
            return false;
        }
        String fault = NumberCheck.fault(node, attribute);
        if (fault != null) {
            subject.at(field).add(field + " of " + attribute.code() + " " + fault);
        }
        return fault == null;
    }

    private void checkWords(String field, JsonNode list, Subject subject) {
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        Attribute attribute = subject.attribute();
        if (!attribute.kind().takesWords()) {
            subject.at(field).add(wrongTest(field, attribute));
        } else if (!list.isArray() || list.isEmpty()) {
            subject.at(field)
                    .add(field + " must be a list with at least one value, was "
                            + (list.isArray() ? "empty" : Faults.shown(list) + ": put it in square brackets"));
        } else {
            for (int i = 0; i < list.size(); i++) {
                WordCheck.check(list.get(i), subject.at(field).at(i), regions);
            }
        }
    }

    private static void checkIs(JsonNode node, Subject subject) {
        if (node.isMissingNode() || node.isNull()) {
            return;
        }
        if (!subject.attribute().kind().takesIs()) {
            subject.at(LeafJson.IS).add(wrongTest(LeafJson.IS, subject.attribute()));
        } else if (!node.isBoolean()) {
            subject.at(LeafJson.IS).add("is must be true or false, was " + Faults.shown(node));
        }
    }

    private static String wrongTest(String field, Attribute attribute) {
        return attribute.code() + " cannot be tested with " + field + ": use "
                + attribute.kind().tests();
    }
}
