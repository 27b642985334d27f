package org.nowrongdoor.drill.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.storage.postgres.RunningServer;

/** Two packaged servers on one database, each with an index of its own; now and then one is killed, or stopped, and started
 *  again. */
final class TwoNodes implements ModelNodes, AutoCloseable {

    private static final String DATABASE =
            "two_nodes_" + ProcessHandle.current().pid();
    private static final int STEPS_BETWEEN_ENDS = 50;

    private final List<RunningServer> servers = new ArrayList<>();
    private final Connection database;
    private int ends;

    TwoNodes() throws IOException, SQLException {
        var postgres = PostgresForTests.shared();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
                var create = connection.createStatement()) {
            create.execute("create database " + DATABASE);
        }
        var url = postgres.jdbcUrl().replace("/postgres?", "/" + DATABASE + "?");
        database = DriverManager.getConnection(url, "postgres", postgres.password());
        for (var i = 0; i < 2; i++) {
            var server = RunningServer.onNewData()
                    .environment("QUARKUS_DATASOURCE_JDBC_URL", url)
                    .environment("QUARKUS_DATASOURCE_USERNAME", "postgres")
                    .environment("QUARKUS_DATASOURCE_PASSWORD", postgres.password())
                    .environment("DIRECTORY_ACCESS_ADMIN_KEY", "nwd_admin-of-the-tests")
                    .environment("DIRECTORY_ACCESS_MASTER_KEY", "the-same-master-key-for-both-of-them")
                    .property("quarkus.log.level", "WARN")
                    .property("directory.access.key-per-minute", "100000000")
                    .property("directory.access.anonymous-per-minute", "100000000");
            servers.add(server);
            server.start().awaitReady();
        }
    }

    @Override
    public int count() {
        return servers.size();
    }

    @Override
    public void use(int node) {
        RestAssured.port = servers.get(node).uri("/").getPort();
    }

    @Override
    public void disturb(Random random) {
        if (random.nextInt(STEPS_BETWEEN_ENDS) == 0) {
            var server = servers.get(random.nextInt(servers.size()));
            try {
                if (random.nextBoolean()) {
                    server.kill();
                } else {
                    server.stop();
                }
                server.start().awaitReady();
                ends++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        use(random.nextInt(servers.size()));
    }

    @Override
    public void settle() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSettled()) {
            assertTrue(System.nanoTime() < end, "the nodes do not show all that was done");
            Thread.sleep(20);
        }
    }

    @Override
    public void checkDisk(List<String> secrets) throws InterruptedException {
        for (var server : servers) {
            ModelNodes.awaitGone(server.data().resolve("index"), secrets);
        }
    }

    /** How often a server ended. */
    int ends() {
        return ends;
    }

    private boolean isSettled() {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select max(last_seq), count(*) = count(last_seq) and (select seq from touch_position)"
                                + " >= coalesce(max(last_seq) filter (where not derived), 0) from change_log")) {
            row.next();
            var last = row.getLong(1);
            var isTold = row.getBoolean(2);
            return isTold && servers.stream().allMatch(server -> position(server) >= last);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How far the index of a server is on disk, by its own note. */
    private static long position(RunningServer server) {
        try {
            return Long.parseLong(
                    Files.readAllLines(server.data().resolve("index/position")).get(2));
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        database.close();
        for (var server : servers) {
            server.close();
        }
    }
}
