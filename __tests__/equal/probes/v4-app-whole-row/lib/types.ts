export interface Member {
  id: string;
  name: string | null;
  email: string;
  plan: string;
  createdAt: string;
}
