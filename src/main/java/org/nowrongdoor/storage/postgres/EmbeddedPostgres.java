package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL that the process brings along: started before the server, looked after, stopped after it. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final long LONGEST_LOG_BYTES = 8L << 20;

    private final DataDirectory data;
    private volatile @Nullable DirectoryLock lock;
    private volatile @Nullable PostgresSupervisor supervisor;
    private volatile String password = "";
    private volatile int port;

    private EmbeddedPostgres(DataDirectory data) {
        this.data = data;
    }

    /** The database that the configuration asks for, not started yet; none when it names an outside one. */
    public static Optional<EmbeddedPostgres> configured() {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class).isPresent()) {
            return Optional.empty();
        }
        var root = config.getOptionalValue("directory.data", String.class).orElse("data");
        var binaries = config.getOptionalValue("directory.storage.binaries", String.class);
        return Optional.of(binaries.map(folder -> in(Path.of(root), Path.of(folder)))
                .orElseGet(() -> new EmbeddedPostgres(DataDirectory.at(Path.of(root)))));
    }

    /** A database of its own, not started yet.
     *  @param root the data directory
     *  @param binaries where unpacked programs are kept; several databases may share it */
    public static EmbeddedPostgres in(Path root, Path binaries) {
        return new EmbeddedPostgres(DataDirectory.at(root).withBinaries(binaries));
    }

    /** Starts it and waits until it takes connections: seconds the first time, then under one.
     *  @throws DatabaseStartException when the directory is in use, or is another major version's, or is not ours to write */
    public void start() {
        long from = System.nanoTime();
        try {
            startUnderLock();
            LOG.infof(
                    "PostgreSQL %s keeps the data in %s; it took %d ms to start on port %d",
                    PostgresBinaries.release(), data.cluster(), (System.nanoTime() - from) / 1_000_000, port);
        } catch (DatabaseStartException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            throw new DatabaseStartException("PostgreSQL did not start in " + data.root(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException("PostgreSQL was told to stop before it had started");
        }
    }

    private void startUnderLock() throws IOException, InterruptedException {
        lock = DirectoryLock.take(data);
        if (!Files.exists(data.cluster())) {
            LOG.infof("making a new database in %s, which takes some seconds", data.cluster());
        }
        var binaries = PostgresBinaries.in(data.binaries());
        var launch = PostgresCommand.onThisMachine();
        password = PasswordFile.readOrMake(data);
        Cluster.prepare(data, binaries, launch);
        keepLogShort();
        var looksAfterIt = new PostgresSupervisor(data, binaries, launch);
        supervisor = looksAfterIt;
        port = looksAfterIt.start();
    }

    /** Tells the configuration of this process where the database is. */
    public void announce() {
        System.setProperty(URL, jdbcUrl());
        System.setProperty("quarkus.datasource.username", "postgres");
        System.setProperty("quarkus.datasource.password", password);
        // The lock of its directory keeps every other process away.
        System.setProperty("directory.storage.embedded", "true");
    }

    /** What a datasource needs to reach it, user {@code postgres}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
    }

    /** The generated password of user {@code postgres}; never log it. */
    public String password() {
        return password;
    }

    /** Stops it with everything written out; does nothing when it is not running. */
    @Override
    public void close() {
        var running = supervisor;
        supervisor = null;
        try {
            if (running != null) {
                running.stop();
            }
        } catch (IOException | InterruptedException e) {
            LOG.warn("PostgreSQL was not stopped cleanly; the next start recovers from its log", e);
        }
        var taken = lock;
        lock = null;
        if (taken != null) {
            taken.close();
        }
    }

    private void keepLogShort() throws IOException {
        if (Files.exists(data.log()) && Files.size(data.log()) > LONGEST_LOG_BYTES) {
            Files.move(
                    data.log(),
                    data.log().resolveSibling(data.log().getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
