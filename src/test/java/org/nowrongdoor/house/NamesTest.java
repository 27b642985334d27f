package org.nowrongdoor.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import io.smallrye.config.ConfigMapping;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.junit.jupiter.api.Test;

/** Names say what a thing is, in the words of Lucene, HSDS, Jakarta and PostgreSQL. */
class NamesTest {

    /** Of the types of every package so many in a hundred end in the noun of a role. */
    private static final int LEAST_ROLES = 60;

    /** What a type does: the last word of its name. */
    private static final Set<String> ROLES = words("""
            resource repository entity record view reader writer parser builder factory loader finder matcher collector
            query scorer cache policy filter mapper formatter renderer validator checker evaluator resolver registry
            limiter buffer timeout handler listener job queue sender receiver client server supervisor lease lock log
            entry key token event state status kind code type mode config settings request response answer page cursor
            hit result match reason question rule clause fact term region location schedule service organization
            referral consent vault webhook delivery signature problem exception command plan index document field pair
            span range
            row parameter parameters criteria editor redactor detector extractor recognizer suggester searcher pager
            presenter counter producer converter pipeline cascade customizer interceptor shedder hasher sequencer
            analyzer indexer explainer tracer notifier sealer flattener normalizer decomposer visitor remover""");

    /** What a type is, where that is a thing of the field: HSDS, RFCs, PostgreSQL, Lucene. */
    private static final Set<String> THINGS = words("""
            accessibility address attribute capacity contact option disclosure funding language link unit identifier
            phone program area source metadata taxonomy synonym
            verdict profile catalogue condition label vocabulary strength
            caller identity scope person outcome priority actor party alternative
            cluster postmaster directory file binaries postgres
            tree node segment point place gazetteer coverage name hours time change
            tag stream format level slice list suggestion patch pointer schema table column path message fault
            feed preview transition attempt failure target secret lens lexicon outbox mail
            text distance uuid application total limit""");

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void mostTypesOfEveryPackageEndInARoleOrAThing() {
        var few = new ArrayList<String>();
        House.filesByRoom().forEach((room, files) -> {
            var others = files.stream()
                    .map(House::typeName)
                    .filter(name -> !isRole(lastWord(name)))
                    .toList();
            if (100 * (files.size() - others.size()) < LEAST_ROLES * files.size()) {
                few.add(room + ": " + others);
            }
        });
        assertTrue(few.isEmpty(), "name these for what they do: " + few);
    }

    private static String lastWord(String name) {
        var words =
                Pattern.compile("[A-Z][a-z0-9]*|[A-Z]+").matcher(name).results().toList();
        return words.get(words.size() - 1).group().toLowerCase(Locale.ROOT);
    }

    private static boolean isRole(String word) {
        return isIn(word, ROLES) || isIn(word, THINGS);
    }

    private static boolean isIn(String word, Set<String> words) {
        return words.contains(word)
                || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)))
                || (word.endsWith("es") && words.contains(word.substring(0, word.length() - 2)))
                || (word.endsWith("ies") && words.contains(word.substring(0, word.length() - 3) + "y"));
    }

    @Test
    void aSimpleNameStandsForOneType() {
        var seen = new HashSet<String>();
        var twice = House.files(".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(House::typeName)
                .filter(name -> !seen.add(name))
                .toList();
        assertTrue(twice.isEmpty(), "two types are called " + twice);
    }

    @Test
    void noTypeTakesANameThatItsPackageImportsFromALibrary() {
        var clashes = new ArrayList<String>();
        House.filesByRoom().forEach((room, files) -> {
            var own = files.stream().map(House::typeName).collect(Collectors.toSet());
            for (var file : files) {
                Pattern.compile(
                                "(?m)^import (org\\.apache\\.lucene|org\\.hibernate|jakarta|io\\.quarkus)[\\w.]*\\.(\\w+);")
                        .matcher(House.text(file))
                        .results()
                        .filter(result -> own.contains(result.group(2)))
                        .forEach(result -> clashes.add(room + "." + result.group(2)));
            }
        });
        assertTrue(clashes.isEmpty(), "names of a library's types: " + clashes);
    }

    @Test
    void typesOfALibraryKeepItsWord() {
        classes()
                .that()
                .areAssignableTo(Query.class)
                .should()
                .haveSimpleNameEndingWith("Query")
                .check(House.CLASSES);
        classes()
                .that()
                .implement(LeafCollector.class)
                .should()
                .haveSimpleNameEndingWith("Collector")
                .check(House.CLASSES);
        classes()
                .that()
                .implement(QueryCachingPolicy.class)
                .should()
                .haveSimpleNameEndingWith("Policy")
                .check(House.CLASSES);
        classes()
                .that()
                .areAnnotatedWith(ConfigMapping.class)
                .should()
                .haveSimpleNameEndingWith("Config")
                .check(House.CLASSES);
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(House.CLASSES);
    }

    @Test
    void noNameEndsInAWordThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO)")
                .check(House.CLASSES);
    }

    @Test
    void aServiceIsARecordOfTheDirectory() {
        var services = House.CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Service"))
                .map(type -> House.relative(type.getName()))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of("directory.store.Service", "search.model.HitService", "search.model.StoredService"), services);
    }

    @Test
    void endpointMethodsArePublic() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .bePublic()
                .check(House.CLASSES);
    }

    @Test
    void resourcesNeverReturnEntities() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .notHaveRawReturnType(
                        DescribedPredicate.describe("an entity", type -> type.isAnnotatedWith(Entity.class)))
                .check(House.CLASSES);
    }

    @Test
    void timeComesFromTheClockOfTheHouse() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.nowrongdoor.storage..")
                .should()
                .callMethod(Instant.class, "now")
                .check(House.CLASSES);
    }
}
