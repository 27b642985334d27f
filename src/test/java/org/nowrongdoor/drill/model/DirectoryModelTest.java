package org.nowrongdoor.drill.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** After random steps everything that can be read is what a plain model says. {@code -Dmodel.steps=10000} takes more of
 *  them, {@code -Dmodel.seed=} draws others; a failure tells the seed and the steps since the last comparison. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(ModelProfile.class)
class DirectoryModelTest {

    private static final long SEED = Long.getLong("model.seed", 20_261_130);
    private static final int STEPS = Integer.getInteger("model.steps", 500);

    @Test
    void everythingThatCanBeReadIsWhatTheModelSays() throws InterruptedException, SQLException {
        var walk = new ModelWalk(SEED);
        walk.take(STEPS);
        assertTrue(walk.size().getOrDefault("secrets", 0) > STEPS / 50, () -> "too little was hidden: " + walk.size());
    }
}
