package org.nowrongdoor.drill.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The same walk on two servers with one database, which are killed and stopped on its way. */
class TwoNodeModelDrill {

    private static final long SEED = Long.getLong("model.seed", 20_261_201);
    private static final int STEPS = Integer.getInteger("drill.model.steps", 150);

    @Test
    void everythingThatCanBeReadOfEachIsWhatTheModelSays() throws Exception {
        try (var nodes = new TwoNodes()) {
            var walk = new ModelWalk(SEED, nodes);
            walk.take(STEPS);
            assertTrue(
                    walk.size().getOrDefault("secrets", 0) > STEPS / 50, () -> "too little was hidden: " + walk.size());
            assertTrue(nodes.ends() > STEPS / 200, () -> "so few ends: " + nodes.ends());
        }
    }
}
