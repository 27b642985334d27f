package org.nowrongdoor.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house as its tests look at it: compiled classes, source files, and packages with what they may import. */
final class House {

    static final String ROOT = "org.nowrongdoor";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PACKAGE_INFO =
            Pattern.compile("\\A/\\*\\*(?<said>.*?)\\*/\\s*@NullMarked\\s*package (?<name>[\\w.]+);", Pattern.DOTALL);
    private static final Pattern MAY_IMPORT = Pattern.compile("May import:(?<names>[^.]*(?:\\.\\w[^.]*)*)\\.\\s*\\z");

    private House() {}

    /** One package.
     *  @param sentence what it is
     *  @param mayImport other packages of the house, relative to its root */
    record Room(String name, String sentence, List<String> mayImport) {}

    /** Rooms by name, relative to the root, as each package-info describes its own. */
    static Map<String, Room> rooms() {
        var rooms = new TreeMap<String, Room>();
        for (var file : files("package-info.java")) {
            var room = room(file);
            rooms.put(room.name(), room);
        }
        return rooms;
    }

    private static Room room(Path file) {
        var info = PACKAGE_INFO.matcher(text(file));
        if (!info.find()) {
            throw new AssertionError(file + " must begin with a sentence in /** */ and @NullMarked");
        }
        var said = info.group("said")
                .replaceAll("\\n \\*", " ")
                .replaceAll("\\s+", " ")
                .strip();
        var list = MAY_IMPORT.matcher(said);
        if (!list.find()) {
            throw new AssertionError(file + " must end with 'May import: ….', was: " + said);
        }
        return new Room(
                relative(info.group("name")),
                said.substring(0, list.start()).replace("<p>", "").strip(),
                Arrays.stream(list.group("names").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty() && !name.equals("nothing of ours"))
                        .toList());
    }

    /** Source files of the program, tests apart.
     *  @param ending of their names */
    static List<Path> files(String ending) {
        try (var all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Source files of types, by the name of their room. */
    static Map<String, List<Path>> filesByRoom() {
        return files(".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(House::roomOf, TreeMap::new, Collectors.toList()));
    }

    private static String roomOf(Path file) {
        var folder = SOURCES.resolve(ROOT.replace('.', '/')).relativize(file.getParent());
        return folder.toString().replace('/', '.');
    }

    /** The name of a package without the root. */
    static String relative(String packageName) {
        return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
    }

    /** The simple name of the type in a file. */
    static String typeName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** What a file imports of the house, by full name. */
    static Stream<String> imports(Path file) {
        return Pattern.compile("(?m)^import (?:static )?(org\\.nowrongdoor\\.[\\w.]+);")
                .matcher(text(file))
                .results()
                .map(result -> result.group(1));
    }
}
