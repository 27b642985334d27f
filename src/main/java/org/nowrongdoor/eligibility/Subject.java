package org.nowrongdoor.eligibility;

import com.fasterxml.jackson.databind.JsonNode;

/** The attribute whose value is looked at, where it stands, and where its faults go. */
record Subject(Attribute attribute, String pointer, Faults faults) {

    void add(String detail) {
        faults.add(pointer, detail);
    }

    void addWrongKind(String wanted, JsonNode was) {
        add(attribute.code() + " must be " + wanted + ", was " + Faults.shown(was));
    }

    void addUnknown(String what, Faults.Unknown unknown) {
        faults.addUnknown(pointer, what, unknown);
    }

    Subject at(String name) {
        return new Subject(attribute, Faults.pointer(pointer, name), faults);
    }

    Subject at(int index) {
        return new Subject(attribute, Faults.pointer(pointer, index), faults);
    }
}
