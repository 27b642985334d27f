package org.nowrongdoor.storage.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is killed, and however often: the next start finds every acknowledged row and leaves no process behind. */
class KilledServerIT {

    private final Set<UUID> acknowledged = new ConcurrentSkipListSet<>();
    private RunningServer server;
    private DatabaseOf database;
    private final Thread writer = new Thread(this::keepWriting, "writer");
    private volatile boolean writing = true;

    @BeforeEach
    void start() throws Exception {
        server = RunningServer.onNewData().start().awaitReady();
        database = new DatabaseOf(server);
        writer.start();
    }

    @AfterEach
    void stop() throws Exception {
        writing = false;
        writer.join();
        server.close();
    }

    @Test
    void everyAcknowledgedRowOutlivesEveryKill() throws Exception {
        killDatabase();
        killServer();
        killBoth();
        killDatabase();
        killBoth();
        writing = false;
        writer.join();
        long last = database.pid();
        assertEquals(143, server.stop(), "stopped by the signal that we sent");
        assertFalse(database.isRunning(last), "PostgreSQL stops with the server");
    }

    /** The server itself lives on, on the same port, and numbers changes again. */
    private void killDatabase() throws Exception {
        awaitWrites();
        long killed = database.pid();
        kill(killed);
        server.await("another PostgreSQL", () -> pidOtherThan(killed));
        awaitWrites();
        server.await("the server to recover", server::isReady);
        server.await("every change to be numbered", () -> isEmpty("last_seq is null"));
        assertNothingIsLost();
    }

    private void killServer() throws Exception {
        awaitWrites();
        long left = database.pid();
        server.kill();
        server.start().awaitReady();
        assertNotEquals(left, database.pid());
        assertFalse(database.isRunning(left), "no orphan is left");
        assertNothingIsLost();
    }

    private void killBoth() throws Exception {
        awaitWrites();
        long left = database.pid();
        kill(left);
        server.kill();
        server.start().awaitReady();
        assertFalse(database.isRunning(left));
        assertNothingIsLost();
    }

    private void assertNothingIsLost() throws Exception {
        var before = new TreeSet<>(acknowledged);
        before.removeAll(database.logged("true"));
        assertEquals(Set.of(), before, "acknowledged and lost");
    }

    private void awaitWrites() {
        int enough = acknowledged.size() + 50;
        server.await("fifty more writes", () -> acknowledged.size() >= enough);
    }

    private boolean pidOtherThan(long killed) {
        try {
            return database.pid() != killed;
        } catch (IOException | NoSuchElementException notYet) {
            return false;
        }
    }

    private boolean isEmpty(String condition) {
        try {
            return database.logged(condition).isEmpty();
        } catch (SQLException | IOException notYet) {
            return false;
        }
    }

    private void keepWriting() {
        while (writing) {
            var id = UUID.randomUUID();
            try {
                database.log(id);
                acknowledged.add(id);
            } catch (SQLException | IOException | RuntimeException down) {
                Thread.onSpinWait();
            }
        }
    }

    private static void kill(long pid) {
        assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
    }
}
