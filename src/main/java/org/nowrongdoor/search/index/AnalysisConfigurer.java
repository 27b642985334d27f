package org.nowrongdoor.search.index;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.nowrongdoor.search.analysis.FoldingAnalyzer;
import org.nowrongdoor.search.analysis.FoldingAnalyzer.Stem;

/** How words are cut and folded, the same in both engines. */
public final class AnalysisConfigurer {

    static final String ENGLISH = "nwd_english";
    static final String SPANISH = "nwd_spanish";
    static final String PLAIN = "nwd_plain";

    // As LetterMarkFilter leaves them out.
    private static final String LETTER_MARKS = "[\\u02B9\\u02BB-\\u02BF\\u02C8\\u02EE\\uA78B\\uA78C]";

    private AnalysisConfigurer() {}

    /** For embedded Lucene. */
    public static final class ForLucene implements LuceneAnalysisConfigurer {
        @Override
        public void configure(LuceneAnalysisConfigurationContext context) {
            context.analyzer(ENGLISH).instance(new FoldingAnalyzer(Stem.ENGLISH));
            context.analyzer(SPANISH).instance(new FoldingAnalyzer(Stem.SPANISH));
            context.analyzer(PLAIN).instance(new FoldingAnalyzer(Stem.NONE));
        }
    }

    /** For Elasticsearch and OpenSearch. */
    public static final class ForElasticsearch implements ElasticsearchAnalysisConfigurer {
        @Override
        public void configure(ElasticsearchAnalysisConfigurationContext context) {
            context.charFilter("nwd_letter_marks")
                    .type("pattern_replace")
                    .param("pattern", LETTER_MARKS)
                    .param("replacement", "");
            context.tokenFilter("nwd_possessive").type("stemmer").param("language", "possessive_english");
            context.tokenFilter("nwd_porter").type("stemmer").param("language", "english");
            context.tokenFilter("nwd_spanish_light").type("stemmer").param("language", "light_spanish");
            context.analyzer(ENGLISH)
                    .custom()
                    .tokenizer("standard")
                    .charFilters("nwd_letter_marks")
                    .tokenFilters("lowercase", "asciifolding", "nwd_possessive", "nwd_porter");
            context.analyzer(SPANISH)
                    .custom()
                    .tokenizer("standard")
                    .charFilters("nwd_letter_marks")
                    .tokenFilters("lowercase", "nwd_spanish_light", "asciifolding");
            context.analyzer(PLAIN)
                    .custom()
                    .tokenizer("standard")
                    .charFilters("nwd_letter_marks")
                    .tokenFilters("lowercase", "asciifolding");
        }
    }
}
