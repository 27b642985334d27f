package org.nowrongdoor.drill.model;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** The same with 500 steps; {@code -Ddrill.model.seeds=20} takes 10,000 steps. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(ModelProfile.class)
class DirectoryModelDrill {

    private static final int SEEDS = Integer.getInteger("drill.model.seeds", 1);
    private static final int STEPS = Integer.getInteger("drill.model.steps", 500);

    @Test
    void everythingThatCanBeReadIsWhatTheModelSays() throws InterruptedException, SQLException {
        for (var seed = 0; seed < SEEDS; seed++) {
            new ModelWalk(seed).take(STEPS);
        }
    }
}
