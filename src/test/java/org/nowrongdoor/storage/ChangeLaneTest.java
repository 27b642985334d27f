package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** The lanes share the log out among them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ChangeLaneTest {

    @Inject
    ChangeLog log;

    @Test
    void everyChangeIsInOneLane() {
        long before = log.head();
        var edit = change(ChangeKind.UPSERT);
        var redaction = change(ChangeKind.REDACT);
        var removal = change(ChangeKind.DELETE);
        var many = new ArrayList<>(
                Stream.generate(() -> change(ChangeKind.UPSERT)).limit(600).toList());
        many.set(300, redaction);
        many.set(550, removal);
        append(many);
        append(List.of(edit));
        assertTrue(log.awaitAfter(before + 600, Duration.ofSeconds(5)));
        assertEquals(List.of(edit.id()), ids(ChangeLane.EDITS, before));
        assertEquals(List.of(redaction.id(), removal.id()), ids(ChangeLane.REMOVALS, before));
        assertEquals(598, ids(ChangeLane.BULK, before).size());
        assertEquals(
                log.after(before, 1_000),
                Stream.of(ChangeLane.values())
                        .flatMap(lane -> log.after(lane, before, 1_000).stream())
                        .sorted(Comparator.comparing(Change::seq))
                        .toList());
    }

    private List<UUID> ids(ChangeLane lane, long after) {
        return log.after(lane, after, 1_000).stream().map(Change::id).toList();
    }

    private void append(List<NewChange> changes) {
        QuarkusTransaction.requiringNew().run(() -> log.append(changes));
    }

    private static NewChange change(ChangeKind kind) {
        return new NewChange(ChangedEntity.SERVICE, UUID.randomUUID(), kind);
    }
}
