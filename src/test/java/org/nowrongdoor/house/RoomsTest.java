package org.nowrongdoor.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may use which: each package-info lists what its package may import, and these rules hold it to that. */
class RoomsTest {

    private static final Map<String, House.Room> ROOMS = House.rooms();

    private static final int MOST_FILES = 30;

    /** What other top packages may use of a package, where that is less than everything. */
    private static final Map<String, List<String>> FRONTS = Map.of(
            "search", List.of("search.ReferableServices", "search.model."),
            "exchange",
                    List.of(
                            "exchange.imports.SeedImport",
                            "exchange.imports.ImportTotals",
                            "exchange.check.RetiredNumber"),
            "referral",
                    List.of("referral.PersonlessReferrals", "referral.ReferralView", "referral.state.ReferralState"),
            "directory.query",
                    List.of(
                            "directory.query.WantedServices",
                            "directory.query.WantedOrganizations",
                            "directory.query.WantedLocations",
                            "directory.query.LocationHit",
                            "directory.query.NameMatch",
                            "directory.query.KindFilter",
                            "directory.query.Circle"));

    @Test
    void everyPackageSaysInASentenceWhatItIs() {
        assertEquals(
                new ArrayList<>(ROOMS.keySet()),
                new ArrayList<>(House.filesByRoom().keySet()));
        for (var room : ROOMS.values()) {
            assertTrue(room.sentence().length() > 20 && room.sentence().endsWith("."), room.toString());
        }
    }

    @TestFactory
    Stream<DynamicTest> aPackageImportsOnlyWhatItsPackageInfoLists() {
        return ROOMS.values().stream()
                .filter(room -> !room.name().isEmpty())
                .map(room -> DynamicTest.dynamicTest(room.name(), () -> {
                    var allowed = packagesOf(room);
                    noClasses()
                            .that()
                            .resideInAPackage(House.ROOT + "." + room.name())
                            .should()
                            .dependOnClassesThat(
                                    resideInAPackage(House.ROOT + "..").and(resideOutside(allowed)))
                            .check(House.CLASSES);
                }));
    }

    private static List<String> packagesOf(House.Room room) {
        var names = new ArrayList<>(room.mayImport());
        names.add(room.name());
        return names.stream().map(name -> House.ROOT + "." + name).toList();
    }

    private static DescribedPredicate<JavaClass> resideOutside(List<String> packages) {
        return DescribedPredicate.describe(
                "reside outside of " + packages, type -> !packages.contains(type.getPackageName()));
    }

    @Test
    void aPackageInfoListsNothingThatIsNotUsed() {
        var files = House.filesByRoom();
        var wrong = new ArrayList<String>();
        for (var room : ROOMS.values()) {
            var used = new TreeSet<String>();
            files.get(room.name()).stream()
                    .flatMap(House::imports)
                    .map(RoomsTest::packageOf)
                    .forEach(used::add);
            House.CLASSES.stream()
                    .filter(type -> House.relative(type.getPackageName()).equals(room.name()))
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith(House.ROOT))
                    .forEach(name -> used.add(House.relative(name)));
            used.remove(room.name());
            if (!room.mayImport().equals(new ArrayList<>(used))) {
                wrong.add(room.name() + " uses " + String.join(", ", used));
            }
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    /** The package of an imported name, which may be a nested type or a static member. */
    private static String packageOf(String name) {
        var parts = House.relative(name).split("\\.", -1);
        var room = new StringBuilder();
        for (var part : parts) {
            if (Character.isUpperCase(part.charAt(0))) {
                break;
            }
            room.append(room.length() == 0 ? "" : ".").append(part);
        }
        return room.toString();
    }

    @Test
    void noPackagesUseEachOther() {
        slices().matching(House.ROOT + ".(**)").should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void noTopPackagesUseEachOther() {
        slices().matching(House.ROOT + ".(*)..").should().beFreeOfCycles().check(House.CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> anotherTopPackageUsesOnlyTheFront() {
        return FRONTS.entrySet().stream()
                .map(front -> DynamicTest.dynamicTest(front.getKey(), () -> {
                    var top = front.getKey().split("\\.", -1)[0];
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(House.ROOT + "." + top + "..")
                            .should()
                            .dependOnClassesThat(resideInAPackage(House.ROOT + "." + front.getKey() + "..")
                                    .and(isBehind(front.getValue())))
                            .check(House.CLASSES);
                }));
    }

    private static DescribedPredicate<JavaClass> isBehind(List<String> front) {
        return DescribedPredicate.describe(
                "are behind " + front,
                type -> front.stream().noneMatch(name -> isOrHolds(House.ROOT + "." + name, type)));
    }

    private static boolean isOrHolds(String name, JavaClass type) {
        return name.endsWith(".")
                ? type.getName().startsWith(name)
                : type.getName().equals(name) || type.getName().startsWith(name + "$");
    }

    @Test
    void onlyThePackagesOfTheIndexKnowLucene() {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms("search.lucene", "search.collect", "search.analysis", "search.index"))
                .and()
                // Texts are folded alike in the index and outside of it.
                .doNotHaveFullyQualifiedName(House.ROOT + ".text.FoldedText")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(House.CLASSES);
    }

    @Test
    void onlySearchKnowsHibernateSearch() {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms(
                        "search.lucene",
                        "search.collect",
                        "search.index",
                        "search.indexer",
                        "search.engine",
                        "search.query",
                        "search.withheld"))
                .and()
                .doNotHaveFullyQualifiedName(House.ROOT + ".search.SearchMappingProducer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate.search..")
                .check(House.CLASSES);
    }

    private static String[] rooms(String... names) {
        return Stream.of(names).map(name -> House.ROOT + "." + name).toArray(String[]::new);
    }

    @Test
    void noPackageHoldsMoreThanThirtyFiles() {
        House.filesByRoom()
                .forEach((room, files) -> assertTrue(
                        files.size() < MOST_FILES, room + " holds " + files.size() + " files: find its sub-rooms"));
    }
}
