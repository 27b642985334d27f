package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;

/** The attribute under check, the pointer to its value and where its faults go. */
public record Subject(ClientAttribute attribute, String pointer, RuleFaults faults) {

    public void add(String detail) {
        faults.add(pointer, detail);
    }

    public void addWrongKind(String wanted, JsonNode was) {
        add(attribute.code() + " must be " + wanted + ", was " + RuleFaults.shown(was));
    }

    public void addUnknown(String what, RuleFaults.Unknown unknown) {
        faults.addUnknown(pointer, what, unknown);
    }

    public Subject at(String name) {
        return new Subject(attribute, RuleFaults.pointer(pointer, name), faults);
    }

    public Subject at(int index) {
        return new Subject(attribute, RuleFaults.pointer(pointer, index), faults);
    }
}
