package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A second way into the embedded database of a running server, past the server. */
public final class DatabaseOf {

    private static final int PORT_LINE = 3;

    private final RunningServer server;

    public DatabaseOf(RunningServer server) {
        this.server = server;
    }

    /** The postmaster's process id, from its own note. */
    public long pid() throws IOException {
        return PidFile.read(server.data().resolve("postgres")).orElseThrow().pid();
    }

    boolean isRunning(long pid) {
        return OrphanedPostgres.runsOn(pid, server.data().resolve("postgres"));
    }

    /** Logs a change that no process of ours knows of. */
    void log(UUID id) throws SQLException, IOException {
        try (var connection = connect();
                var insert = connection.prepareStatement("insert into change_log (size, entities, ids, ops, at)"
                        + " values (1, '{service}', array[?]::uuid[], '{upsert}', now())")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }
    }

    Set<UUID> logged(String condition) throws SQLException, IOException {
        try (var connection = connect();
                var select = connection.createStatement();
                var rows = select.executeQuery("select unnest(ids) from change_log where " + condition)) {
            var ids = new TreeSet<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    public Connection connect() throws SQLException, IOException {
        var cluster = server.data().resolve("postgres");
        var port = Files.readAllLines(PidFile.in(cluster)).get(PORT_LINE);
        var password = Files.readString(server.data().resolve("keys/postgres")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
    }
}
