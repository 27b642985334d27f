package org.nowrongdoor.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.JdbcReader;

/** Which types speak to the database: repositories, the room {@code storage}, and those that say here why. */
class StoresTest {

    private static final Set<String> DATABASE = Stream.of(
                    EntityManager.class,
                    Session.class,
                    DataSource.class,
                    Connection.class,
                    PreparedStatement.class,
                    Statement.class,
                    JdbcReader.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** Types that are no repositories, by why they speak SQL of their own. */
    private static final Map<String, List<String>> REASONS = Map.of(
            "measured: writes or checks a whole batch of records in one round",
            List.of(
                    "exchange.intake.HistoryWriter",
                    "exchange.intake.OrganizationChecker",
                    "exchange.intake.PairChecker",
                    "exchange.intake.RowWriter",
                    "exchange.intake.SeenVersions",
                    "exchange.row.RelatedRowLoader",
                    "exchange.row.RowLoader",
                    "exchange.row.TermLoader"),
            "measured: reads rows for the index and the feed without entities",
            List.of(
                    "directory.store.TouchedRecordFinder",
                    "exchange.history.ChangeFeed",
                    "exchange.history.FeedCursorSealer",
                    "exchange.history.HistoryReader",
                    "exchange.imports.ImportFindingReader",
                    "search.index.ServiceRowLoader"),
            "shows records as their stored text, without making entities of them",
            List.of(
                    "directory.partner.NetworkFinder",
                    "directory.partner.PartnerFinder",
                    "directory.store.Organizations",
                    "directory.store.ServiceAtLocations",
                    "taxonomy.TaxonomyViews",
                    "taxonomy.TermViews"),
            "claims by compare-and-set on the clock of the database",
            List.of(
                    "mail.Outbox",
                    "referral.webhook.Deliveries",
                    "referral.webhook.DeliveryCleanupJob",
                    "referral.webhook.DeliveryRecords",
                    "referral.webhook.Webhooks"),
            "writes by one upsert or under one lock, into a table that is no entity",
            List.of(
                    "exchange.imports.SeedImport",
                    "exchange.provider.StatementExpiryJob",
                    "referral.IdempotencyKeys",
                    "search.indexer.DatabaseId"),
            "keeps what it reads out of every session: keys, sealed texts, counts",
            List.of(
                    "referral.feedback.FeedbackCounter",
                    "referral.outcome.OutcomeCounter",
                    "referral.outcome.RefusalMonthCounter",
                    "referral.person.PersonVault"),
            "works on every table of the database",
            List.of(
                    "exchange.removal.TextRemover",
                    "exchange.removal.TextStore",
                    "exchange.removal.VettingTextRemover"));

    @Test
    void onlyStoresSpeakToTheDatabase() {
        var speakers = House.CLASSES.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                DATABASE.contains(dependency.getTargetClass().getName())))
                .map(StoresTest::topLevel)
                .filter(type -> !isStore(type))
                .map(type -> House.relative(type.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        var listed = REASONS.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(listed, speakers, "ask a repository, or list here why not");
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(StoresTest::topLevel).orElse(type);
    }

    private static boolean isStore(JavaClass type) {
        var room = House.relative(type.getPackageName());
        return type.isAssignableTo(PanacheRepositoryBase.class)
                || type.getSimpleName().endsWith("Repository")
                || room.equals("storage")
                || room.startsWith("storage.");
    }

    @Test
    void whatIsAPanacheRepositoryIsUsedAsOne() {
        var used = House.CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(StoresTest::isPanacheCall)
                .map(call -> call.getTargetOwner().getName())
                .collect(Collectors.toSet());
        var empty = new ArrayList<String>();
        House.CLASSES.stream()
                .filter(type -> type.isAssignableTo(PanacheRepositoryBase.class))
                .filter(type -> !used.contains(type.getName()))
                .forEach(type -> empty.add(type.getSimpleName()));
        assertTrue(empty.isEmpty(), "they inherit what no one calls: " + empty);
    }

    /** A call of what a repository inherits, the way to the entity manager apart. */
    private static boolean isPanacheCall(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return owner.isAssignableTo(PanacheRepositoryBase.class)
                && !Set.of("getEntityManager", "flush").contains(call.getName())
                && owner.getMethods().stream()
                        .noneMatch(method -> method.getName().equals(call.getName())
                                && method.getRawParameterTypes()
                                        .equals(call.getTarget().getRawParameterTypes()));
    }
}
