package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ChangeLogTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    ChangeLog log;

    @Inject
    SettableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aCommittedChangeIsReadAsItWasWritten() {
        var at = Instant.parse("2030-01-02T03:04:05Z");
        clock.set(at);
        long before = log.head();
        var id = UUID.randomUUID();
        commit(new NewChange(ChangedEntity.SERVICE_AT_LOCATION, id, ChangeKind.REDACT));
        assertTrue(log.awaitAfter(before, SOON));
        var changes = log.after(before, 10);
        assertEquals(
                List.of(new Change(before + 1, ChangedEntity.SERVICE_AT_LOCATION, id, ChangeKind.REDACT, at)), changes);
        assertEquals(before + 1, log.head());
    }

    @Test
    void changesOfOneCallKeepTheirOrder() {
        long before = log.head();
        var written =
                Stream.generate(() -> upsert(UUID.randomUUID())).limit(1234).toList();
        commit(written.toArray(NewChange[]::new));
        assertTrue(log.awaitAfter(before + 1233, SOON));
        var read = log.after(before, 2000);
        assertEquals(
                written.stream().map(NewChange::id).toList(),
                read.stream().map(Change::id).toList());
        assertEquals(
                read.subList(700, 705), log.after(read.get(699).seq(), 5), "a page may begin anywhere within a call");
    }

    @Test
    void whatIsRolledBackWasNeverLogged() {
        long before = log.head();
        QuarkusTransaction.begin();
        log.append(List.of(upsert(UUID.randomUUID())));
        QuarkusTransaction.rollback();
        assertFalse(log.awaitAfter(before, Duration.ofMillis(300)));
        assertEquals(List.of(), log.after(before, 10));
    }

    @Test
    void nothingIsLoggedOutsideATransaction() {
        assertThrows(TransactionalException.class, () -> log.append(List.of(upsert(UUID.randomUUID()))));
    }

    @Test
    void whoWaitsIsWokenByTheCommit() throws Exception {
        long before = log.head();
        var woken = CompletableFuture.supplyAsync(() -> log.awaitAfter(before, Duration.ofMinutes(1)));
        commit(upsert(UUID.randomUUID()));
        assertTrue(woken.get(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    private void commit(NewChange... changes) {
        QuarkusTransaction.requiringNew().run(() -> log.append(List.of(changes)));
    }

    private static NewChange upsert(UUID id) {
        return new NewChange(ChangedEntity.SERVICE, id, ChangeKind.UPSERT);
    }
}
