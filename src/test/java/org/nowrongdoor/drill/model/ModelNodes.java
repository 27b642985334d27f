package org.nowrongdoor.drill.model;

import java.util.Random;
import org.nowrongdoor.support.SearchForTests;

/** The servers that a walk goes to. */
interface ModelNodes {

    /** The server that this test runs in. */
    ModelNodes ONE = new ModelNodes() {};

    default int count() {
        return 1;
    }

    /** Sends what is asked from now on to one of them. */
    default void use(int node) {}

    /** What may happen to servers between two steps. */
    default void disturb(Random random) {}

    /** Waits until each of them shows all that was done. */
    default void settle() throws InterruptedException {
        SearchForTests.awaitTouched();
    }
}
