package org.nowrongdoor.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL that the process brings along: unpacked once, started before the server, stopped after it. */
public final class EmbeddedPostgres {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final int START_SECONDS = 60;

    private final Path home;
    private final Path cluster;
    private final String password;
    private int port;

    private EmbeddedPostgres(Path home, Path cluster, String password) {
        this.home = home;
        this.cluster = cluster;
        this.password = password;
    }

    /** Starts the embedded database and tells the configuration where it is, unless an outside one is configured. */
    public static void startUnlessOutside() {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class).isPresent()) {
            return;
        }
        var data =
                Path.of(config.getOptionalValue("directory.data", String.class).orElse("data"));
        start(data).announce();
    }

    /** A running database whose cluster lies in {@code data/postgres}.
     *  @throws IllegalStateException when it does not come up */
    public static EmbeddedPostgres start(Path data) {
        try {
            var home = unpack(data.toAbsolutePath().resolve("postgres-binaries"));
            var cluster = data.toAbsolutePath().resolve("postgres");
            var postgres = new EmbeddedPostgres(home, cluster, password(data.toAbsolutePath()));
            postgres.initialise();
            postgres.run();
            return postgres;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("embedded PostgreSQL did not start in " + data.toAbsolutePath(), e);
        }
    }

    /** What the datasource needs to reach this database. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The generated password of user {@code postgres}. */
    public String password() {
        return password;
    }

    private void announce() {
        System.setProperty(URL, jdbcUrl());
        System.setProperty("quarkus.datasource.username", "postgres");
        System.setProperty("quarkus.datasource.password", password);
    }

    private static Path unpack(Path target) throws IOException {
        if (Files.exists(target)) {
            return target;
        }
        var arm = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64");
        var archive = arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        var staging = Files.createDirectories(target.resolveSibling(target.getFileName() + ".new"));
        try (InputStream packed = EmbeddedPostgres.class.getResourceAsStream("/" + archive);
                var tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(Optional.ofNullable(packed)
                                .orElseThrow(() -> new IOException(archive + " is not in the jar")))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, staging.resolve(entry.getName()).normalize());
            }
        }
        return Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String password(Path data) throws IOException {
        var file = data.resolve("keys/postgres");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return Files.readString(file).strip();
    }

    private void initialise() throws IOException, InterruptedException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        var secret = Files.writeString(Files.createTempFile("nwd", "pw"), password);
        try {
            execute(List.of(
                    "initdb",
                    "-D",
                    cluster.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--pwfile=" + secret));
        } finally {
            Files.delete(secret);
        }
    }

    private void run() throws IOException, InterruptedException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        var command = command(List.of(
                "postgres",
                "-D",
                cluster.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        cluster.resolve("server.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "postgres-stop"));
        for (int i = 0; i < START_SECONDS * 20; i++) {
            if (ready()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("no answer after " + START_SECONDS + " s; see " + cluster.resolve("server.log"));
    }

    private boolean ready() throws IOException {
        var pid = cluster.resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            return false;
        }
        var lines = Files.readAllLines(pid, StandardCharsets.UTF_8);
        return lines.size() >= 8 && "ready".equals(lines.get(7).strip());
    }

    private void execute(List<String> words) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command(words)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(words.get(0) + " failed: " + said);
        }
    }

    private List<String> command(List<String> words) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(words.get(0)).toString());
        command.addAll(words.subList(1, words.size()));
        return command;
    }
}
