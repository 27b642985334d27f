package org.nowrongdoor.directory;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.taxonomy.TaxonomyViews;
import org.nowrongdoor.taxonomy.TermViews;

/** Every record of the directory as {@code GET} by id shows it, whatever it is a record of.
 *  Within a transaction it shows what that has flushed. */
@Singleton
public class DirectoryViews {

    private final Map<ChangedEntity, Function<UUID, Optional<RenderedRecord>>> views;

    // Six collaborators and not four at most: one for each thing that can be shown.
    DirectoryViews(
            ServiceViews services,
            OrganizationViews organizations,
            LocationViews locations,
            ServiceAtLocationViews places,
            TaxonomyViews taxonomies,
            TermViews terms) {
        views = Map.of(
                ChangedEntity.SERVICE, services::find,
                ChangedEntity.ORGANIZATION, organizations::find,
                ChangedEntity.LOCATION, locations::find,
                ChangedEntity.SERVICE_AT_LOCATION, places::find,
                ChangedEntity.TAXONOMY, taxonomies::find,
                ChangedEntity.TAXONOMY_TERM, terms::find);
    }

    /** The record, whole, as far as its policy lets be told. */
    public Optional<RenderedRecord> find(ChangedEntity entity, UUID id) {
        return views.getOrDefault(entity, absent -> Optional.empty()).apply(id);
    }
}
