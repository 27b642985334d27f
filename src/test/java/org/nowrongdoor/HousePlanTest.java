package org.nowrongdoor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house plan: which room may import which, and the names that are kept. */
class HousePlanTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.nowrongdoor");

    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("problem", List.of()),
            Map.entry("http", List.of("problem")),
            Map.entry("storage", List.of("problem")),
            Map.entry("access", List.of("problem", "http", "storage")),
            Map.entry("taxonomy", List.of("problem", "http", "storage", "access")),
            Map.entry("region", List.of("problem", "http", "storage")),
            Map.entry("eligibility", List.of("problem", "taxonomy", "region")),
            Map.entry(
                    "directory", List.of("problem", "http", "storage", "access", "taxonomy", "region", "eligibility")),
            Map.entry(
                    "search",
                    List.of("directory", "eligibility", "region", "taxonomy", "http", "storage", "access", "problem")),
            Map.entry(
                    "referral",
                    List.of("directory", "eligibility", "search", "mail", "http", "storage", "access", "problem")),
            Map.entry(
                    "exchange",
                    List.of(
                            "directory",
                            "eligibility",
                            "taxonomy",
                            "region",
                            "mail",
                            "http",
                            "storage",
                            "access",
                            "problem")),
            Map.entry("mail", List.of("storage", "access", "problem")),
            Map.entry(
                    "fhir",
                    List.of(
                            "directory",
                            "eligibility",
                            "region",
                            "taxonomy",
                            "search",
                            "referral",
                            "http",
                            "access",
                            "problem",
                            "storage")),
            Map.entry("seed", List.of("exchange", "storage", "problem")));

    @TestFactory
    Stream<DynamicTest> aRoomImportsOnlyWhatThePlanAllows() {
        return MAY_IMPORT.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    var forbidden = MAY_IMPORT.keySet().stream()
                            .filter(other -> !other.equals(room.getKey())
                                    && !room.getValue().contains(other))
                            .map(other -> "org.nowrongdoor." + other + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage("org.nowrongdoor." + room.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .check(HOUSE);
                }));
    }

    @Test
    void everyRoomStandsInThePlan() {
        var rooms = HOUSE.stream()
                .map(c -> c.getPackageName().split("\\."))
                .filter(parts -> parts.length > 2)
                .map(parts -> parts[2])
                .distinct()
                .toList();
        assertTrue(MAY_IMPORT.keySet().containsAll(rooms), "rooms without a place in the plan: " + rooms);
    }

    @Test
    void noTwoRoomsImportEachOther() {
        slices().matching("org.nowrongdoor.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void endpointsEndInResource() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(HOUSE);
    }

    @Test
    void endpointMethodsArePublic() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areMetaAnnotatedWith(jakarta.ws.rs.HttpMethod.class)
                .should()
                .bePublic()
                .check(HOUSE);
    }

    @Test
    void resourcesNeverReturnEntities() {
        var entities =
                HOUSE.stream().filter(c -> c.isAnnotatedWith(Entity.class)).toList();
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .notHaveRawReturnType(
                        com.tngtech.archunit.base.DescribedPredicate.describe("an entity", entities::contains))
                .check(HOUSE);
    }

    @Test
    void onlySearchKnowsTheIndex() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.nowrongdoor.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate.search..")
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO)")
                .check(HOUSE);
        classes()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .haveNameMatching(
                        "org\\.nowrongdoor\\.(directory\\.(store\\.)?Service|search\\.(model\\.)?(Hit|Stored)Service)")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClockOfTheHouse() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.nowrongdoor.storage..")
                .should()
                .callMethod(Instant.class, "now")
                .check(HOUSE);
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        try (var files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            var tooLong = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> lines(f) > 300)
                    .toList();
            assertTrue(tooLong.isEmpty(), "find the two ideas in " + Arrays.toString(tooLong.toArray()));
        }
    }

    private static long lines(java.nio.file.Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
