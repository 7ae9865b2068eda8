/** The views these components draw are what the pipeline queries return. */
export type {
  EvidenceView,
  FactorView,
  MatchView,
  OverlayView,
  RankedRow,
  RankingView,
  ScoreView,
  WeekView,
} from '@/domain/pipeline/schema';
