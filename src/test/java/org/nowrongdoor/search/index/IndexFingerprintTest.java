package org.nowrongdoor.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nowrongdoor.storage.PackagedFiles;

/** An index that other classes built is not used. */
class IndexFingerprintTest {

    /** These decide when the index is written and how a hit is explained, never what a document holds. */
    private static final List<String> NO_PART_OF_A_DOCUMENT = List.of("storage", "problem", "eligibility.explain");

    @Test
    void whateverShapesADocumentCounts() {
        var rooms = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.nowrongdoor.search.index", "org.nowrongdoor.search.model");
        var missing = new TreeSet<String>();
        rooms.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith("org.nowrongdoor."))
                .filter(name -> !IndexFingerprint.FOLDERS.contains(name.replace('.', '/')))
                .filter(name -> !NO_PART_OF_A_DOCUMENT.contains(name.substring("org.nowrongdoor.".length())))
                .forEach(missing::add);
        assertEquals(new TreeSet<>(), missing, "add these packages to IndexFingerprint.FOLDERS");
    }

    @Test
    void nestedClassesCount() {
        var names =
                new PackagedFiles("org/nowrongdoor/search/model").checksums().keySet();
        assertTrue(names.contains("HitService$Area.class"), names.toString());
    }

    @Test
    void anotherByteInOneFileIsAnotherFingerprint(@TempDir Path program) throws IOException {
        var folder = Files.createDirectories(program.resolve("shape"));
        Files.writeString(folder.resolve("Document.class"), "one");
        Files.writeString(folder.resolve("Document$Part.class"), "part");
        var before = fingerprint(program);
        assertEquals(before, fingerprint(program));
        Files.writeString(folder.resolve("Document$Part.class"), "pArt");
        assertNotEquals(before, fingerprint(program));
    }

    @Test
    void aFolderThatIsNotPackagedIsAnError() {
        assertThrows(IllegalStateException.class, () -> IndexFingerprint.of(List.of("not/packaged")));
    }

    private static String fingerprint(Path program) throws IOException {
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {program.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);
            return IndexFingerprint.of(List.of("shape"));
        } finally {
            thread.setContextClassLoader(usual);
        }
    }
}
