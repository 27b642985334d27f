package org.nowrongdoor.search.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Words in small letters without marks and accents, as they are or by their stems. */
public final class FoldingAnalyzer extends Analyzer {

    /** What becomes of a word. */
    public enum Stem {
        NONE {
            @Override
            TokenStream of(TokenStream words) {
                return new ASCIIFoldingFilter(words);
            }
        },
        ENGLISH {
            @Override
            TokenStream of(TokenStream words) {
                return new PorterStemFilter(new EnglishPossessiveFilter(new ASCIIFoldingFilter(words)));
            }
        },
        SPANISH {
            @Override
            TokenStream of(TokenStream words) {
                return new ASCIIFoldingFilter(new SpanishLightStemFilter(words));
            }
        };

        abstract TokenStream of(TokenStream words);
    }

    private final Stem stem;

    public FoldingAnalyzer(Stem stem) {
        this.stem = stem;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(words, stem.of(new LowerCaseFilter(words)));
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return new LetterMarkFilter(text);
    }

    @Override
    protected Reader initReaderForNormalization(String field, Reader text) {
        return new LetterMarkFilter(text);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(words));
    }
}
