package org.nowrongdoor.search.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.index.IndexFingerprint;

/** How far an embedded index has followed the change log, and what it was built by. */
public class IndexCheckpoint {

    private static final Logger LOG = Logger.getLogger(IndexCheckpoint.class);

    private final Path directory;

    public IndexCheckpoint(Path directory) {
        this.directory = directory;
    }

    /** Where the index stands in the log of one database.
     *  @param database the id of the installation whose log was followed */
    record Position(String database, long seq) {}

    /** Throws an index away that another version of the documents built, or that was never finished. */
    public void discardIfStale() {
        if (read().isEmpty() && Files.exists(directory)) {
            LOG.info("The search index is missing its state or of another version: it will be built anew");
            discard();
        }
    }

    void discard() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory, e);
        }
    }

    Optional<Position> read() {
        try {
            var lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
            if (lines.size() < 3 || !lines.get(0).equals(IndexFingerprint.VALUE)) {
                return Optional.empty();
            }
            return Optional.of(new Position(lines.get(1), Long.parseLong(lines.get(2))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Position position) {
        var text = String.join("\n", IndexFingerprint.VALUE, position.database(), String.valueOf(position.seq()), "");
        try {
            Files.createDirectories(directory);
            var next = Files.writeString(directory.resolve("position.new"), text);
            Files.move(next, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new UncheckedIOException("the data directory must lie on one file system", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the index position in " + directory, e);
        }
    }

    private Path file() {
        return directory.resolve("position");
    }
}
