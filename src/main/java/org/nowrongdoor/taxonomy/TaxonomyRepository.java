package org.nowrongdoor.taxonomy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Taxonomies in the store: read and written by their ids. */
@Singleton
class TaxonomyRepository implements PanacheRepositoryBase<Taxonomy, UUID> {}
