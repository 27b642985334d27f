package org.nowrongdoor.eligibility.evaluate;

import java.util.List;
import java.util.Set;

/** A client's answer to one attribute. No implementation shows its value in {@code toString}, so that no log can. */
public sealed interface Answer {

    /** A number, or a range with inclusive ends; an open lower end is 0, an open upper end infinite. */
    record Amount(double min, double max) implements Answer {
        @Override
        public String toString() {
            return "Amount";
        }
    }

    /** All words of a list that hold for the client.
     *  @param exact whether no narrower word could hold too */
    record Words(Set<String> words, boolean exact) implements Answer {
        @Override
        public String toString() {
            return "Words";
        }
    }

    record Flag(boolean value) implements Answer {
        @Override
        public String toString() {
            return "Flag";
        }
    }

    /** A home area.
     *  @param exact whether no smaller region that a rule could name contains the client's home */
    record Place(String regionId, boolean exact) implements Answer {
        @Override
        public String toString() {
            return "Place";
        }
    }

    /** The accompanying children, each with age and gender as far as stated. */
    record Children(List<ClientProfile> children) implements Answer {
        @Override
        public String toString() {
            return "Children";
        }
    }

    /** Refusal to answer: unknown, and never asked again. */
    record Withheld() implements Answer {}
}
