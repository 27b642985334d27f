package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nowrongdoor.search.index.IndexFingerprint;

/** Which folder holds the index, whatever a process left when it ended. */
class IndexCheckpointTest {

    private static final IndexCheckpoint.Position AT_SEVEN = new IndexCheckpoint.Position("a database", 7);
    private static final IndexCheckpoint.Position AT_NINE = new IndexCheckpoint.Position("a database", 9);

    @TempDir
    Path directory;

    @BeforeEach
    void build() throws IOException {
        fill("lucene");
        new IndexCheckpoint(directory).write(AT_SEVEN);
    }

    @Test
    void anIndexThatWasNotFinishedIsThrownAwayByTheNextStart() throws IOException {
        fill("lucene-2");

        var next = start();

        assertEquals(Optional.of(AT_SEVEN), next.read());
        assertEquals(directory.resolve("lucene"), next.live());
        assertTrue(Files.exists(directory.resolve("lucene/segments")));
        assertFalse(Files.exists(directory.resolve("lucene-2")));
    }

    @Test
    void theFormerIndexIsThrownAwayByTheNextStart() throws IOException {
        fill("lucene-2");
        var checkpoint = new IndexCheckpoint(directory);
        checkpoint.writeNext(AT_NINE);
        assertEquals(directory.resolve("lucene-2"), checkpoint.live());

        var next = start();

        assertEquals(Optional.of(AT_NINE), next.read());
        assertEquals(directory.resolve("lucene-2"), next.live());
        assertEquals(directory.resolve("lucene"), next.next());
        assertTrue(Files.exists(directory.resolve("lucene-2/segments")));
        assertFalse(Files.exists(directory.resolve("lucene")));
    }

    @Test
    void aFileThatWasHalfWrittenCountsForNothing() throws IOException {
        Files.writeString(directory.resolve("position.new"), IndexFingerprint.VALUE + "\na data");

        assertEquals(Optional.of(AT_SEVEN), start().read());
    }

    @Test
    void olderDataAreSearchedUntilTheIndexIsBuiltAgain() throws IOException {
        replace(IndexFingerprint.VALUE, "of last year");

        var next = start();

        assertEquals(Optional.of(AT_SEVEN), next.read());
        assertTrue(next.isOutdated());
        next.write(AT_NINE);
        assertTrue(start().isOutdated(), "to follow the log does not make the other documents new");
        next.writeNext(AT_NINE);
        assertFalse(next.isOutdated());
        assertFalse(new IndexCheckpoint(directory).isOutdated());
    }

    @Test
    void anotherFormatIsNotSearched() throws IOException {
        replace(IndexFingerprint.VALUE, "of last year");
        replace(IndexFingerprint.FORMAT, "other fields");

        assertEquals(Optional.empty(), start().read());
        assertFalse(Files.exists(directory.resolve("lucene")));
    }

    @Test
    void theFileOfAnOlderVersionIsRead() throws IOException {
        var text = IndexFingerprint.VALUE + "\na database\n7\n";
        Files.writeString(directory.resolve("position"), text);
        assertEquals(Optional.of(AT_SEVEN), start().read());

        Files.writeString(directory.resolve("position"), text.replace(IndexFingerprint.VALUE, "another version"));
        assertEquals(Optional.empty(), start().read());
    }

    @Test
    void anIndexThatIsBuiltInItsPlaceIsNoneUntilItsPositionIsNoted() throws IOException {
        var checkpoint = new IndexCheckpoint(directory);
        checkpoint.begin();

        assertEquals(Optional.empty(), checkpoint.read());
        checkpoint.write(AT_NINE);
        assertEquals(Optional.of(AT_NINE), start().read());
    }

    private IndexCheckpoint start() {
        var checkpoint = new IndexCheckpoint(directory);
        checkpoint.discardIfStale();
        return checkpoint;
    }

    private void fill(String folder) throws IOException {
        Files.createDirectories(directory.resolve(folder));
        Files.writeString(directory.resolve(folder).resolve("segments"), "of " + folder);
    }

    private void replace(String what, String by) throws IOException {
        var file = directory.resolve("position");
        Files.writeString(file, Files.readString(file).replace(what, by));
    }
}
