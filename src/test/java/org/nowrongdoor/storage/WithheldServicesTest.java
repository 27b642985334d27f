package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** What one node withholds every node knows of from the commit on. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WithheldServicesTest {

    private static final int ROUNDS = 100;

    @Inject
    WithheldServiceRepository rows;

    @Inject
    EntityManager entities;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    ChangeLog log;

    private WithheldServices one;
    private WithheldServices other;
    private final UUID service = UUID.randomUUID();

    @BeforeEach
    void startTwoNodes() {
        one = node(false);
        other = node(false);
    }

    private WithheldServices node(boolean isAlone) {
        return new WithheldServices(rows, entities, transactions, isAlone);
    }

    private void add(WithheldServices node, UUID id) {
        log.append(List.of(new NewChange(ChangedEntity.SERVICE, id, ChangeKind.REDACT)));
        node.add(new ToldLess(Set.of(id), Set.of(), Set.of()));
    }

    private void commit(WithheldServices node, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> add(node, id));
    }

    private static void rollBack(Runnable work) {
        assertThrows(
                CancellationException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    work.run();
                    throw new CancellationException();
                }));
    }

    @Test
    void theNodeItselfKnowsBeforeTheCommitAndAnotherFromItOn() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(one, service);
            assertTrue(one.known().containsKey(service));
            var elsewhere =
                    QuarkusTransaction.requiringNew().call(() -> other.current().containsKey(service));
            assertFalse(elsewhere, "nothing is committed yet");
        });
        assertTrue(other.current().containsKey(service));
        assertTrue(node(false).current().containsKey(service), "a node that starts later");
        assertEquals(one.known().get(service), other.known().get(service));
    }

    @Test
    void aNodeThatIsAloneNeedsNoLookAfterItsFirst() {
        var alone = node(true);
        alone.current();
        commit(other, service);
        assertFalse(alone.current().containsKey(service), "it looked");
        var own = UUID.randomUUID();
        commit(alone, own);
        assertTrue(alone.current().containsKey(own));
    }

    @Test
    void theEarlierTransactionThatEndsLaterIsNotMissed() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        var late = thread.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
            add(one, service);
            begun.countDown();
            await(goOn);
        }));
        await(begun);
        var quick = UUID.randomUUID();
        commit(one, quick);
        assertTrue(other.current().containsKey(quick));
        assertFalse(other.current().containsKey(service));
        goOn.countDown();
        late.get(10, TimeUnit.SECONDS);
        thread.shutdown();
        assertTrue(other.current().containsKey(service));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyQuestionAfterACommitKnowsOfItHoweverManyAskAtOnce() throws Exception {
        var asking = new AtomicBoolean(true);
        var crowd = Executors.newFixedThreadPool(4);
        var running = new ArrayList<Future<?>>();
        for (var i = 0; i < 4; i++) {
            running.add(crowd.submit(() -> {
                while (asking.get()) {
                    other.current();
                }
            }));
        }
        try {
            for (var round = 0; round < ROUNDS; round++) {
                var id = UUID.randomUUID();
                commit(one, id);
                assertTrue(other.current().containsKey(id), "round " + round);
            }
        } finally {
            asking.set(false);
            crowd.shutdown();
        }
        for (var each : running) {
            each.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsRolledBackIsNoLongerWithheldOnceItIsSettled() {
        commit(one, service);
        var before = one.known().get(service);
        var other = UUID.randomUUID();
        rollBack(() -> {
            add(one, service);
            add(one, other);
        });
        assertNotEquals(before, one.known().get(service), "withheld until it is known how it ended");
        one.settle();
        assertEquals(before, one.known().get(service));
        assertFalse(one.known().containsKey(other));
    }

    @Test
    void anotherTransactionUnderWayIsNotUnsettled() {
        rollBack(() -> add(one, service));
        QuarkusTransaction.requiringNew().run(() -> {
            add(one, service);
            one.settle();
            assertTrue(one.known().containsKey(service));
        });
        one.settle();
        assertTrue(one.known().containsKey(service));
    }

    @Test
    void onlyWhatWasRenewedIsLifted() {
        commit(one, service);
        var before = one.known().get(service);
        commit(one, service);
        one.lift(List.of(before));
        assertTrue(one.known().containsKey(service), "it was withheld again");
        one.lift(List.of(one.known().get(service)));
        assertFalse(one.known().containsKey(service));
        assertTrue(other.current().containsKey(service), "another node's index may be behind");
    }
}
