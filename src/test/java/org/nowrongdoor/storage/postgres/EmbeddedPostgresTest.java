package org.nowrongdoor.storage.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private static Path data;
    private EmbeddedPostgres postgres;

    @BeforeAll
    static void makeData() throws Exception {
        var folder = Files.createDirectories(Path.of("target/test-data"));
        data = Files.createTempDirectory(folder, "embedded").toRealPath();
    }

    @AfterAll
    static void removeData() throws Exception {
        Directories.delete(data);
    }

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.in(data, PostgresForTests.BINARIES);
        postgres.start();
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void whatIsCommittedIsOnDiskAndNobodyElseCanReachIt() throws Exception {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertEquals("on", ask("show " + setting), setting);
        }
        assertEquals("127.0.0.1", ask("show listen_addresses"));
        assertEquals("", ask("show unix_socket_directories"));
        assertEquals("rw-------", permissions("keys/postgres"));
        assertEquals("rwx------", permissions("keys"));
        assertEquals("rwx------", permissions("postgres"));
        var refused = assertThrows(
                SQLException.class, () -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "guessed"));
        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void aSecondStartInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() {
        for (int attempt = 0; attempt < 2; attempt++) {
            var second = EmbeddedPostgres.in(data, PostgresForTests.BINARIES);
            var refused = assertThrows(DatabaseStartException.class, second::start);
            assertTrue(refused.toString().contains("in use by process"), refused.toString());
        }
    }

    @Test
    void aKilledDatabaseComesBackOnTheSamePort() throws Exception {
        ask("create table kept (id int)");
        long pid = pid();
        Signals.kill(pid);
        Signals.await(() -> PidFile.read(data.resolve("postgres"))
                .filter(note -> note.ready() && note.pid() != pid)
                .isPresent());
        assertEquals("0", ask("select count(*) from kept"));
    }

    @Test
    void anOrphanIsStoppedAndItsRowsAreThere() throws Exception {
        var password = postgres.password();
        ask("create table kept_too (id int)");
        postgres.close();
        var orphan = Signals.startOrphan(data);
        Signals.await(() ->
                PidFile.read(data.resolve("postgres")).filter(PidFile::ready).isPresent());
        postgres = EmbeddedPostgres.in(data, PostgresForTests.BINARIES);
        postgres.start();
        assertFalse(orphan.isAlive());
        assertEquals(0, orphan.exitValue(), "it was asked, not killed");
        assertEquals(password, postgres.password());
        assertEquals("0", ask("select count(*) from kept_too"));
    }

    @Test
    void aProcessThatOnlyGotTheOldNumberIsLeftAlone() throws Exception {
        postgres.close();
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(PidFile.in(data.resolve("postgres")), stranger.pid() + "\n" + data + "\n");
            postgres.start();
            assertTrue(stranger.isAlive());
            assertNotEquals(stranger.pid(), pid());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aLostPasswordIsSaidInsteadOfReplaced() throws Exception {
        postgres.close();
        var password = Files.move(data.resolve("keys/postgres"), data.resolve("postgres-password"));
        var refused = assertThrows(DatabaseStartException.class, postgres::start);
        Files.move(password, data.resolve("keys/postgres"));
        assertTrue(refused.toString().contains("keys/postgres"), refused.toString());
    }

    @Test
    void aHalfMadeDatabaseIsMadeAgain() throws Exception {
        postgres.close();
        Files.move(data.resolve("postgres"), data.resolve("postgres.new"));
        Files.delete(data.resolve("postgres.new/base/1/PG_VERSION"));
        postgres.start();
        assertEquals("1", ask("select 1"));
    }

    private long pid() throws Exception {
        return PidFile.read(data.resolve("postgres")).orElseThrow().pid();
    }

    private String ask(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(question)) {
                return "";
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }
}
