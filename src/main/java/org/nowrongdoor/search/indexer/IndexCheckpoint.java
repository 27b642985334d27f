package org.nowrongdoor.search.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.index.IndexFingerprint;

/** How far an embedded index has followed the change log, what it was built by, and which of two folders it lies in. One file
 *  says all of it, so that it changes at once: what lies in the other folder is an index that is being built, or was. */
public class IndexCheckpoint {

    private static final Logger LOG = Logger.getLogger(IndexCheckpoint.class);
    private static final List<String> FOLDERS = List.of("lucene", "lucene-2");
    private static final int LEAST_LINES = 3;

    private final Path directory;
    private String folder = FOLDERS.get(0);
    private String fingerprint = IndexFingerprint.VALUE;

    public IndexCheckpoint(Path directory) {
        this.directory = directory;
        find().ifPresent(known -> {
            folder = known.folder;
            fingerprint = known.fingerprint;
        });
    }

    /** Where the index stands in the log of one database.
     *  @param database the id of the installation whose log was followed */
    record Position(String database, long seq) {}

    /** What the file says.
     *  @param fingerprint of what built the documents */
    private record State(String fingerprint, String format, String folder, Position position) {

        /** Whether this version can search it: its documents look alike, though the data that they were made with may have
         *  changed. */
        private boolean isReadable() {
            return fingerprint.equals(IndexFingerprint.VALUE)
                    || (format.equals(IndexFingerprint.FORMAT) && FOLDERS.contains(folder));
        }
    }

    /** Throws an index away that cannot be searched, as another version of the documents built it, or that was never
     *  finished; and whatever lies next to one that can. */
    public void discardIfStale() {
        if (read().isEmpty() && Files.exists(directory)) {
            LOG.info("The search index is missing its state or of another version: it will be built anew");
            discard();
        }
        discard(next());
    }

    void discard() {
        discard(directory);
        begin();
    }

    /** Begins an index in the same folder: until its position is noted there is none. */
    void begin() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + file(), e);
        }
        fingerprint = IndexFingerprint.VALUE;
    }

    /** Deletes a folder with all that is in it. */
    static void discard(Path old) {
        if (!Files.exists(old)) {
            return;
        }
        try (var files = Files.walk(old)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + old, e);
        }
    }

    /** Where the index lies that is searched. */
    public synchronized Path live() {
        return directory.resolve(folder);
    }

    /** Where one is built that is to take its place. */
    synchronized Path next() {
        return directory.resolve(FOLDERS.get(FOLDERS.get(0).equals(folder) ? 1 : 0));
    }

    /** Whether documents were made with other data than this version has, such as a gazetteer of last year. */
    synchronized boolean isOutdated() {
        return !fingerprint.equals(IndexFingerprint.VALUE);
    }

    Optional<Position> read() {
        return find().filter(State::isReadable).map(State::position);
    }

    private Optional<State> find() {
        try {
            var lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
            if (lines.size() < LEAST_LINES) {
                return Optional.empty();
            }
            var position = new Position(lines.get(1), Long.parseLong(lines.get(2)));
            var isOlder = lines.size() < LEAST_LINES + 2;
            return Optional.of(new State(
                    lines.get(0),
                    isOlder ? "" : lines.get(LEAST_LINES + 1),
                    isOlder ? FOLDERS.get(0) : lines.get(LEAST_LINES),
                    position));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Notes how far the index has come. */
    synchronized void write(Position position) {
        write(new State(fingerprint, IndexFingerprint.FORMAT, folder, position));
    }

    /** Notes that from now on the index is the one in the other folder, which this version has built. */
    synchronized void writeNext(Position position) {
        var other = next().getFileName().toString();
        write(new State(IndexFingerprint.VALUE, IndexFingerprint.FORMAT, other, position));
        folder = other;
        fingerprint = IndexFingerprint.VALUE;
    }

    private void write(State state) {
        var position = state.position;
        var text = String.join(
                "\n",
                state.fingerprint,
                position.database(),
                String.valueOf(position.seq()),
                state.folder,
                state.format,
                "");
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
