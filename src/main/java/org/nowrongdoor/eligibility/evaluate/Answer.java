package org.nowrongdoor.eligibility.evaluate;

import java.util.List;
import java.util.Set;

/** What a client said of one attribute. None of them ever shows its value in a text, so that no log can. */
public sealed interface Answer {

    /** A number, or a band of numbers, both ends inclusive; an end left open is infinite. */
    record Amount(double min, double max) implements Answer {
        @Override
        public String toString() {
            return "Amount";
        }
    }

    /**
     * Everything of a list that holds for the client.
     *
     * @param exact whether nothing narrower than these words could hold too
     */
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

    /**
     * A home area.
     *
     * @param exact whether nothing smaller that a rule could name holds the client's home
     */
    record Place(String regionId, boolean exact) implements Answer {
        @Override
        public String toString() {
            return "Place";
        }
    }

    /** The children who come along, each with age and gender as far as they were said. */
    record Children(List<ClientProfile> children) implements Answer {
        @Override
        public String toString() {
            return "Children";
        }
    }

    /** The client prefers not to say: unknown, and never asked again. */
    record Withheld() implements Answer {}
}
